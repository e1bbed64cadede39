// `vm`: code that runs beside the program. The engine has one realm, so the global object of a context is an
// object that stands in front of the real one: `var`, functions and assignments of the code become its
// properties, and the program's own globals are hidden behind it. Shared is what a realm has of its own: the
// prototypes of arrays, functions and errors, and the `this` of a function that is called without one.
var core = require("internal").core;
var real = globalThis;

var STANDARD = ("Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function " +
  "Infinity Int16Array Int32Array Int8Array JSON Math NaN Number Object RangeError ReferenceError RegExp String " +
  "SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray decodeURI " +
  "decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat parseInt undefined " +
  "unescape").split(" ");

module.exports = Script;

function Script(code, filename) {
  if (!(this instanceof Script)) return new Script(code, filename);
  var source = text(arguments);
  var file = name(filename);
  declared(source, file);
  this.createContext = createContext;
  this.runInThisContext = function () { return here(source, file); };
  this.runInNewContext = function (sandbox) { return inSandbox(source, sandbox, file); };
  this.runInContext = function (context) { return inContext(source, context, file); };
}

Script.Script = Script;
Script.createScript = function (code, filename, displayErrors) { return new Script(code, filename); };
Script.createContext = createContext;
Script.runInThisContext = function (code, filename) { return here(text(arguments), name(filename)); };
Script.runInNewContext = function (code, sandbox, filename) {
  return inSandbox(text(arguments), sandbox, name(filename));
};
Script.runInContext = function (code, context, filename) {
  return inContext(text(arguments), context, name(filename));
};

function text(given) {
  if (given.length < 1) throw new TypeError("needs at least 'code' argument.");
  return String(given[0]);
}

function name(filename) {
  return filename === undefined ? "evalmachine.<anonymous>" : String(filename);
}

// -- the three ways to run ------------------------------------------------------------------------------

function here(source, file) {
  return core.evaluate(file, source, false, 0);
}

function inSandbox(source, sandbox, file) {
  var scope = makeScope();
  return between(sandbox, scope, source, file);
}

function inContext(source, context, file) {
  if (!scopes.has(context)) throw new TypeError("needs a 'context' argument.");
  return between(context, scopes.get(context), source, file);
}

// What the code sees is a copy of what the program gave, and is copied back when it has ended.
function between(outside, scope, source, file) {
  var given = outside === Object(outside);
  if (given) copy(outside, scope.own);
  try {
    return scope.run(source, file);
  } finally {
    if (given) copy(scope.own, outside);
  }
}

function copy(from, to) {
  Object.keys(from).forEach(function (key) { to[key] = from[key]; });
}

// -- contexts -------------------------------------------------------------------------------------------

var scopes = new WeakMap();

function Context() {}

function createContext(sandbox) {
  var context = new Context();
  if (sandbox === Object(sandbox)) copy(sandbox, context);
  scopes.set(context, makeScope());
  return context;
}

function makeScope() {
  var own = {};
  var hoisting = false;
  var hidden = new Set();
  STANDARD.forEach(function (key) {
    Object.defineProperty(own, key, { value: real[key], writable: true, configurable: true });
  });
  var seen = new Proxy(own, {
    // What only the program has is hidden; what nobody has is left to the engine, which knows what to throw.
    has: function (target, key) { return !hoisting && (key in target || hidden.has(key)); },
    get: function (target, key) { return key === Symbol.unscopables ? undefined : target[key]; },
  });

  function hoist(values) {
    hoisting = false;
    Object.keys(values).forEach(function (key) {
      if (values[key] !== undefined || !(key in own)) own[key] = values[key];
    });
  }

  function run(source, file) {
    var names = declared(source, file);
    var start = "__hoist__({" + names.map(function (key) { return key + ":" + key; }).join() + "});";
    hidden = new Set(Object.getOwnPropertyNames(real));
    hoisting = true;
    try {
      return evaluator.call(own, seen, core.place(file, start + source, false, start.length), hoist);
    } finally {
      hoisting = false;
      sweep(hidden, own);
    }
  }

  return { own: own, run: run };
}

var evaluator = (0, eval)("(function (__scope__, __source__, __hoist__) {" +
  "with (__scope__) { return eval(__source__); } })");

// An assignment to a name that nobody declared ends up in the real global object.
function sweep(before, own) {
  Object.getOwnPropertyNames(real).forEach(function (key) {
    if (before.has(key)) return;
    own[key] = real[key];
    delete real[key];
  });
}

// The names that `source` declares, found by declaring them and running nothing.
function declared(source, file) {
  var before = new Map();
  Object.getOwnPropertyNames(real).forEach(function (key) {
    before.set(key, Object.getOwnPropertyDescriptor(real, key));
  });
  var nothing = {};
  real.__nothing__ = nothing;
  try {
    core.evaluate(file, "throw __nothing__;" + source, false, 18);
  } catch (thrown) {
    if (thrown !== nothing) throw thrown;
  } finally {
    delete real.__nothing__;
    var found = restore(before);
  }
  return found;
}

function restore(before) {
  var found = [];
  Object.getOwnPropertyNames(real).forEach(function (key) {
    var was = before.get(key);
    if (was === undefined) {
      found.push(key);
      delete real[key];
    } else if ("value" in was && real[key] !== was.value) {
      found.push(key);
      Object.defineProperty(real, key, was);
    }
  });
  return found;
}
