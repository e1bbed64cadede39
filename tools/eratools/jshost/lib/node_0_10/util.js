// Formatting, inspection and inheritance, as 0.10 printed and did them.

var internal = require("internal");
var shapes = require("inspect_shapes");
var functionSource = Function.prototype.toString;

var formatPattern = /%[sdj%]/g;

exports.format = function (f) {
  var args = arguments;
  if (typeof f !== "string") {
    return Array.prototype.map.call(args, function (value) { return inspect(value); }).join(" ");
  }
  var i = 1;
  var text = String(f).replace(formatPattern, function (mark) {
    if (mark === "%%") return "%";
    if (i >= args.length) return mark;
    switch (mark) {
      case "%s": return String(args[i++]);
      case "%d": return Number(args[i++]);
      default: return JSON.stringify(args[i++]);
    }
  });
  for (; i < args.length; i++) {
    var value = args[i];
    text += " " + (value === null || typeof value !== "object" ? value : inspect(value));
  }
  return text;
};

exports.deprecate = function (f, message) {
  if (process.noDeprecation === true) return f;
  var warned = false;
  return function deprecated() {
    if (!warned) {
      if (process.throwDeprecation) throw new Error(message);
      if (process.traceDeprecation) console.trace(message);
      else console.error(message);
      warned = true;
    }
    return f.apply(this, arguments);
  };
};

// -- output -----------------------------------------------------------------------------------------

exports.print = function () {
  for (var i = 0; i < arguments.length; i++) process.stdout.write(String(arguments[i]));
};

exports.puts = function () {
  for (var i = 0; i < arguments.length; i++) process.stdout.write(arguments[i] + "\n");
};

exports.debug = function (text) {
  process.stderr.write("DEBUG: " + text + "\n");
};

exports.error = function () {
  for (var i = 0; i < arguments.length; i++) process.stderr.write(arguments[i] + "\n");
};

// -- inspect ----------------------------------------------------------------------------------------

function inspect(value, options) {
  var context = { seen: [], stylize: plain };
  if (arguments.length >= 3) context.depth = arguments[2];
  if (arguments.length >= 4) context.colors = arguments[3];
  if (typeof options === "boolean") context.showHidden = options;
  else if (options) exports._extend(context, options);
  if (context.showHidden === undefined) context.showHidden = false;
  if (context.depth === undefined) context.depth = 2;
  if (context.colors === undefined) context.colors = false;
  if (context.customInspect === undefined) context.customInspect = true;
  if (context.colors) context.stylize = colored;
  return formatValue(context, value, context.depth);
}
exports.inspect = inspect;

inspect.colors = {
  bold: [1, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27], white: [37, 39], grey: [90, 39],
  black: [30, 39], blue: [34, 39], cyan: [36, 39], green: [32, 39], magenta: [35, 39], red: [31, 39],
  yellow: [33, 39],
};

inspect.styles = {
  special: "cyan", number: "yellow", boolean: "yellow", undefined: "grey", null: "bold", string: "green",
  date: "magenta", regexp: "red",
};

function colored(text, style) {
  var color = inspect.colors[inspect.styles[style]];
  return color ? "\u001b[" + color[0] + "m" + text + "\u001b[" + color[1] + "m" : text;
}

function plain(text) {
  return text;
}

function isPrimitive(value) {
  return value === null || (typeof value !== "object" && typeof value !== "function");
}

function formatValue(context, value, depth) {
  if (context.customInspect && value && typeof value.inspect === "function" &&
      value.inspect !== inspect && !(value.constructor && value.constructor.prototype === value)) {
    return String(value.inspect(depth));
  }
  if (isPrimitive(value)) return formatPrimitive(context, value);

  var shown = shapes.shownAs(value);
  var visible = Object.keys(shown);
  if (isMatch(value)) visible.pop();
  var keys = context.showHidden ? Object.getOwnPropertyNames(shown) : visible;
  var base = headOf(value);
  if (keys.length === 0) {
    if (typeof value === "function") {
      return context.stylize("[" + functionText(value) + "]", "special");
    }
    if (isRegExp(value)) return context.stylize(RegExp.prototype.toString.call(value), "regexp");
    if (isDate(value)) return context.stylize(dateText(value), "date");
    if (isError(value)) return "[" + Error.prototype.toString.call(value) + "]";
  }

  var array = Array.isArray(value);
  var braces = array ? ["[", "]"] : ["{", "}"];
  if (keys.length === 0 && (!array || value.length === 0)) return braces[0] + base + braces[1];
  if (depth < 0) {
    if (isRegExp(value)) return context.stylize(RegExp.prototype.toString.call(value), "regexp");
    return context.stylize("[Object]", "special");
  }

  context.seen.push(value);
  var output;
  if (array) output = formatArray(context, value, depth, visible, keys);
  else {
    output = keys.map(function (key) {
      return formatProperty(context, shown, depth, visible, key, false);
    });
  }
  context.seen.pop();
  return join(output, base, braces);
}

// What an expression found. The last of its properties is one of a later language.
function isMatch(value) {
  return Array.isArray(value) && typeof value.index === "number" && "groups" in value && value.groups === undefined;
}

// What stands before the properties of what is more than a plain object.
function headOf(value) {
  if (typeof value === "function") return " [" + functionText(value) + "]";
  if (isRegExp(value)) return " " + RegExp.prototype.toString.call(value);
  if (isDate(value)) return " " + Date.prototype.toUTCString.call(value);
  if (isError(value)) return " [" + Error.prototype.toString.call(value) + "]";
  return "";
}

// A function has a name if its source gives it one; later engines also infer names.
function functionText(f) {
  var name = internal.core.isTold(f) ? f.name : /^function ([^(]*)\(|/.exec(functionSource.call(f))[1];
  if (name === "anonymous") name = f.name; // what was made of text has none
  return "Function" + (name ? ": " + name : "");
}

// A date as the engine of the time wrote it, with the zone's name.
function dateText(date) {
  var text = Date.prototype.toString.call(date);
  if (/\(.*\)$/.test(text) || isNaN(date)) return text;
  return text + (date.getTimezoneOffset() === 0 ? " (UTC)" : "");
}

function formatPrimitive(context, value) {
  switch (typeof value) {
    case "undefined":
      return context.stylize("undefined", "undefined");
    case "string":
      var quoted = JSON.stringify(value).replace(/^"|"$/g, "").replace(/'/g, "\\'").replace(/\\"/g, '"');
      return context.stylize("'" + quoted + "'", "string");
    case "number":
      return context.stylize("" + value, "number");
    case "boolean":
      return context.stylize("" + value, "boolean");
    case "object":
      return context.stylize("null", "null");
    default:
      return String(value);
  }
}

function formatArray(context, value, depth, visible, keys) {
  var output = [];
  for (var i = 0; i < value.length; i++) {
    output.push(Object.prototype.hasOwnProperty.call(value, i)
      ? formatProperty(context, value, depth, visible, String(i), true) : "");
  }
  keys.forEach(function (key) {
    if (!/^\d+$/.test(key)) output.push(formatProperty(context, value, depth, visible, key, true));
  });
  return output;
}

function formatProperty(context, value, depth, visible, key, array) {
  var property = Object.getOwnPropertyDescriptor(value, key) || { value: value[key] };
  var name;
  var text;
  if (property.get) text = context.stylize(property.set ? "[Getter/Setter]" : "[Getter]", "special");
  else if (property.set) text = context.stylize("[Setter]", "special");
  if (visible.indexOf(key) < 0) name = "[" + key + "]";
  if (!text) {
    if (context.seen.indexOf(property.value) >= 0) text = context.stylize("[Circular]", "special");
    else text = indented(formatValue(context, property.value, depth === null ? null : depth - 1), array);
  }
  if (name === undefined) {
    if (array && /^\d+$/.test(key)) return text;
    name = JSON.stringify("" + key);
    if (/^"([a-zA-Z_][a-zA-Z_0-9]*)"$/.test(name)) name = context.stylize(name.slice(1, -1), "name");
    else {
      name = name.replace(/'/g, "\\'").replace(/\\"/g, '"').replace(/(^"|"$)/g, "'");
      name = context.stylize(name, "string");
    }
  }
  return name + ": " + text;
}

function indented(text, array) {
  if (text.indexOf("\n") < 0) return text;
  var lines = text.split("\n");
  if (array) return lines.map(function (line) { return "  " + line; }).join("\n").slice(2);
  return "\n" + lines.map(function (line) { return "   " + line; }).join("\n");
}

function join(output, base, braces) {
  var length = output.reduce(function (sum, text) {
    return sum + text.length + 1;
  }, 0);
  if (length > 60) {
    return braces[0] + (base === "" ? "" : base + "\n ") + " " + output.join(",\n  ") + " " + braces[1];
  }
  return braces[0] + base + " " + output.join(", ") + " " + braces[1];
}

// -- kinds ------------------------------------------------------------------------------------------

function isRegExp(value) {
  return typeof value === "object" && Object.prototype.toString.call(value) === "[object RegExp]";
}

function isDate(value) {
  return typeof value === "object" && Object.prototype.toString.call(value) === "[object Date]";
}

function isError(value) {
  return typeof value === "object" && Object.prototype.toString.call(value) === "[object Error]";
}

exports.isArray = Array.isArray;
exports.isRegExp = isRegExp;
exports.isDate = isDate;
exports.isError = isError;

// -- deprecated and dated output -----------------------------------------------------------------------------------------

exports.p = exports.deprecate(function () {
  for (var i = 0; i < arguments.length; i++) exports.error(inspect(arguments[i]));
}, "util.p: Use console.error() instead");

var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function twoDigits(number) {
  return (number < 10 ? "0" : "") + number;
}

exports.log = function (message) {
  var now = new Date();
  var time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":");
  exports.puts([now.getDate(), months[now.getMonth()], time].join(" ") + " - " + message.toString());
};

exports.exec = exports.deprecate(function () {
  return require("child_process").exec.apply(this, arguments);
}, "util.exec is now called `child_process.exec`.");

exports.pump = exports.deprecate(function (readable, writable, callback) {
  var called = false;
  function done(error) {
    if (callback && !called) {
      called = true;
      callback(error);
    }
  }
  readable.addListener("data", function (chunk) {
    if (writable.write(chunk) === false) readable.pause();
  });
  writable.addListener("drain", function () { readable.resume(); });
  readable.addListener("end", function () { writable.end(); });
  readable.addListener("close", function () { done(); });
  readable.addListener("error", function (error) {
    writable.end();
    done(error);
  });
  writable.addListener("error", function (error) {
    readable.destroy();
    done(error);
  });
}, "util.pump() is deprecated. Use readableStream.pipe() instead.");

// -- objects ----------------------------------------------------------------------------------------

exports.inherits = function (constructor, superConstructor) {
  constructor.super_ = superConstructor;
  constructor.prototype = Object.create(superConstructor.prototype, {
    constructor: { value: constructor, enumerable: false, writable: true, configurable: true },
  });
};

exports._extend = function (target, source) {
  if (!source || typeof source !== "object") return target;
  Object.keys(source).reverse().forEach(function (key) { target[key] = source[key]; });
  return target;
};
