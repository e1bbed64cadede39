// `repl`: a prompt that evaluates what is typed. What does not parse may go on in the next line.
var vm = require("vm");
var util = require("util");
var readline = require("readline");
var Emitter = require("events").EventEmitter;
var Module = require("module");
var host = require("internal").host;

util.inherits(REPLServer, Emitter);
exports.REPLServer = REPLServer;

exports._builtinLibs = ["assert", "buffer", "child_process", "crypto", "dns", "domain", "events", "fs", "http",
  "https", "net", "os", "path", "punycode", "querystring", "readline", "stream", "string_decoder", "tls", "url",
  "util", "vm", "zlib"].filter(function (name) {
  return host.modules.indexOf(name) >= 0 || host.library(name) !== undefined;
});

exports.writer = util.inspect;

exports.start = function (prompt, source, evaluate, useGlobal, ignoreUndefined) {
  return new REPLServer(prompt, source, evaluate, useGlobal, ignoreUndefined);
};

function REPLServer(prompt, source, evaluate, useGlobal, ignoreUndefined) {
  if (!(this instanceof REPLServer)) return new REPLServer(prompt, source, evaluate, useGlobal, ignoreUndefined);
  Emitter.call(this);
  var options = prompt !== null && typeof prompt === "object" ? prompt : {
    prompt: prompt, input: source && (source.stdin || source), output: source && (source.stdout || source),
    eval: evaluate, useGlobal: useGlobal, ignoreUndefined: ignoreUndefined,
  };
  var self = this;
  self.useGlobal = !!options.useGlobal;
  self.ignoreUndefined = !!options.ignoreUndefined;
  self.inputStream = options.input || process.stdin;
  self.outputStream = options.output || process.stdout;
  self.prompt = options.prompt !== undefined ? options.prompt : "> ";
  self.eval = options.eval || evaluateHere;
  self.lines = [];
  self.bufferedCommand = "";
  self.commands = {};
  self.resetContext();
  self.rli = readline.createInterface({
    input: self.inputStream,
    output: self.outputStream,
    completer: function (line, callback) { self.complete(line, callback); },
    terminal: options.terminal,
  });
  self.useColors = options.useColors === undefined ? self.rli.terminal : options.useColors;
  self.writer = options.writer || function (value) { return util.inspect(value, false, 2, self.useColors); };
  defineCommands(self);
  listen(self);
  self.displayPrompt();
}

// -- evaluating -----------------------------------------------------------------------------------------

function Incomplete() {}

function evaluateHere(code, context, file, callback) {
  var script, value;
  try {
    script = vm.createScript(code, file);
  } catch (error) {
    return callback(error instanceof SyntaxError ? new Incomplete() : error);
  }
  try {
    value = this.useGlobal ? script.runInThisContext() : script.runInContext(context);
  } catch (error) {
    return callback(error === undefined ? "undefined" : error);
  }
  callback(null, value);
}

// An object literal, too, is an expression: whatever can be one is tried as one first, but a function with a
// name is to be declared.
function evaluateInput(self, done) {
  var code = self.bufferedCommand;
  if (/^\s*function\s/.test(code)) return self.eval(code, self.context, "repl", done);
  self.eval("(" + code + ")", self.context, "repl", function (error, value) {
    if (error instanceof Incomplete) self.eval(code, self.context, "repl", done);
    else done(error, value);
  });
}

function finish(self, error, value) {
  if (error instanceof Incomplete) return self.displayPrompt();
  self.bufferedCommand = "";
  if (error) self.outputStream.write((error.stack || error) + "\n");
  else if (value !== undefined || !self.ignoreUndefined) {
    self.context._ = value;
    self.outputStream.write(self.writer(value) + "\n");
  }
  self.displayPrompt();
}

function takeLine(self, line) {
  line = line.trim();
  var command = line[0] === "." && isNaN(parseFloat(line)) && /^\.(\S+)\s*(.*)$/.exec(line);
  if (command) {
    if (self.parseREPLKeyword(command[1], command[2])) return;
    self.outputStream.write("Invalid REPL keyword\n");
    return finish(self, null);
  }
  self.memory(line);
  self.bufferedCommand += line + "\n";
  evaluateInput(self, function (error, value) { finish(self, error, value); });
}

// -- the server -----------------------------------------------------------------------------------------

function listen(self) {
  var interrupted = false;
  self.rli.on("line", function (line) {
    interrupted = false;
    takeLine(self, line);
  });
  self.rli.on("close", function () { self.emit("exit"); });
  self.rli.on("SIGINT", function () {
    var empty = self.rli.line.length === 0 && self.bufferedCommand === "";
    self.rli.write(null, { ctrl: true, name: "e" });
    if (empty && interrupted) return self.rli.close();
    self.outputStream.write(empty ? "\n(^C again to quit)\n" : "\n");
    interrupted = empty;
    self.rli.write(null, { ctrl: true, name: "u" });
    self.bufferedCommand = "";
    self.displayPrompt();
  });
}

REPLServer.prototype.createContext = function () {
  if (this.useGlobal) return globalThis;
  var context = vm.createContext();
  Object.getOwnPropertyNames(globalThis).forEach(function (name) {
    if (!(name in context) && ["global", "GLOBAL", "root"].indexOf(name) < 0) {
      Object.defineProperty(context, name, { value: globalThis[name], writable: true, configurable: true, enumerable: name in OWN });
    }
  });
  context.global = context.GLOBAL = context.root = context;
  return context;
};

// What of the globals is the program's and not the language's.
var OWN = {};
("console process Buffer setTimeout clearTimeout setInterval clearInterval setImmediate clearImmediate")
  .split(" ").forEach(function (name) { OWN[name] = true; });

REPLServer.prototype.resetContext = function () {
  var module = new Module("<repl>");
  module.paths = Module._nodeModulePaths(process.cwd());
  this.context = this.createContext();
  this.context.module = module;
  this.context.require = function (path) { return module.require(path); };
  this.lines = [];
  var context = this.context;
  exports._builtinLibs.forEach(function (name) {
    Object.defineProperty(context, name, {
      configurable: true,
      get: function () { return (context[name] = module.require(name)); },
      set: function (value) {
        Object.defineProperty(context, name, { value: value, writable: true, configurable: true, enumerable: true });
      },
    });
  });
};

REPLServer.prototype.displayPrompt = function (preserveCursor) {
  this.rli.setPrompt(this.bufferedCommand ? "... " : this.prompt);
  this.rli.prompt(preserveCursor);
};

REPLServer.prototype.memory = function (line) {
  if (line) this.lines.push(line);
};

REPLServer.prototype.defineCommand = function (keyword, command) {
  if (typeof command === "function") command = { action: command };
  else if (typeof command.action !== "function") throw new Error("bad argument, action must be a function");
  this.commands["." + keyword] = command;
};

REPLServer.prototype.parseREPLKeyword = function (keyword, rest) {
  var command = this.commands["." + keyword];
  if (command) command.action.call(this, rest);
  return !!command;
};

// -- completion -----------------------------------------------------------------------------------------

REPLServer.prototype.complete = function (line, callback) {
  var command = /^\s*(\.\w*)$/.exec(line);
  var member = /((?:[$\w]+\.)*)([$\w]*)$/.exec(line);
  var found = command ? Object.keys(this.commands) : names(this, member[1].slice(0, -1)).map(function (name) {
    return member[1] + name;
  });
  var word = command ? command[1] : member[0];
  callback(null, [found.filter(function (name) { return name.indexOf(word) === 0; }).sort(), word]);
};

function names(self, expression) {
  var object = self.context;
  if (expression) {
    try {
      object = expression.split(".").reduce(function (value, name) { return value[name]; }, object);
    } catch (error) {
      return [];
    }
  }
  var found = {};
  for (var at = object; at !== null && at !== undefined; at = Object.getPrototypeOf(Object(at))) {
    Object.getOwnPropertyNames(Object(at)).forEach(function (name) { found[name] = true; });
  }
  return Object.keys(found).filter(function (name) { return /^[$_a-zA-Z][$\w]*$/.test(name); });
}

// -- commands -------------------------------------------------------------------------------------------

function abandon(self) {
  self.bufferedCommand = "";
  self.displayPrompt();
}

function defineCommands(self) {
  self.defineCommand("break", {
    help: "Sometimes you get stuck, this gets you out",
    action: function () { abandon(this); },
  });
  self.defineCommand("clear", {
    help: self.useGlobal ? "Alias for .break" : "Break, and also clear the local context",
    action: function () {
      if (!this.useGlobal) {
        this.outputStream.write("Clearing context...\n");
        this.resetContext();
      }
      abandon(this);
    },
  });
  self.defineCommand("exit", { help: "Exit the repl", action: function () { this.rli.close(); } });
  self.defineCommand("help", { help: "Show repl options", action: help });
  self.defineCommand("save", {
    help: "Save all evaluated commands in this REPL session to a file",
    action: save,
  });
  self.defineCommand("load", { help: "Load JS from a file into the REPL session", action: load });
}

function help() {
  var self = this;
  Object.keys(self.commands).sort().forEach(function (name) {
    self.outputStream.write(name + "\t" + (self.commands[name].help || "") + "\n");
  });
  self.displayPrompt();
}

function load(file) {
  var self = this;
  try {
    var lines = require("fs").readFileSync(file, "utf8").split("\n");
  } catch (error) {
    self.outputStream.write("Failed to load:" + file + "\n");
    return self.displayPrompt();
  }
  self.displayPrompt();
  lines.forEach(function (line) { if (line) self.rli.write(line + "\n"); });
  self.displayPrompt();
}

function save(file) {
  try {
    require("fs").writeFileSync(file, this.lines.join("\n") + "\n");
    this.outputStream.write("Session saved to:" + file + "\n");
  } catch (error) {
    this.outputStream.write("Failed to save:" + file + "\n");
  }
  this.displayPrompt();
}
