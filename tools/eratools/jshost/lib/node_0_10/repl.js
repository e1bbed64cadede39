// `repl`: a prompt that evaluates what is typed. What does not parse may go on in the next line.
var vm = require("vm");
var util = require("util");
var readline = require("readline");
var Emitter = require("events").EventEmitter;
var Module = require("module");
var complete = require("repl_completion");
var internal = require("internal");
var core = internal.core;
var host = internal.host;

exports.writer = util.inspect;

exports._builtinLibs = ["assert", "buffer", "child_process", "cluster", "crypto", "dgram", "dns", "domain", "events",
  "fs", "http", "https", "net", "os", "path", "punycode", "querystring", "readline", "stream", "string_decoder", "tls",
  "tty", "url", "util", "vm", "zlib"].filter(function (name) {
  return host.modules.indexOf(name) >= 0 || typeof host.library(name) === "string";
});

util.inherits(REPLServer, Emitter);
exports.REPLServer = REPLServer;

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
  self.eval = options.eval || function (code, context, file, callback) {
    evaluateHere(self, code, context, file, callback);
  };
  self.inputStream = options.input || process.stdin;
  self.outputStream = options.output || process.stdout;
  self.lines = [];
  self.resetContext();
  self.bufferedCommand = "";
  self.prompt = options.prompt !== undefined ? options.prompt : "> ";
  self.rli = readline.createInterface({
    input: self.inputStream,
    output: self.outputStream,
    completer: function (line, callback) { self.complete(line, callback); },
    terminal: options.terminal,
  });
  self.commands = {};
  self.writer = options.writer || exports.writer;
  self.useColors = options.useColors === undefined ? self.rli.terminal : options.useColors;
  if (self.useColors && self.writer === util.inspect) {
    self.writer = function (value) { return util.inspect(value, false, 2, true); };
  }
  defineCommands(self);
  listen(self);
  if (!exports.repl) exports.repl = self;
  self.displayPrompt();
}

// -- evaluating -----------------------------------------------------------------------------------------

// What is wrong for good. Of any other syntax error the next line may be the cure.
var WRONG = /^(?:Invalid (?:regular expression|flags)|Strict mode|Octal literals|Assignment to eval|Variable name|Delete of an)/;

function isIncomplete(error) {
  return util.isError(error) && error.name === "SyntaxError" && !WRONG.test(error.message) && !core.isOfJSON(error);
}

function evaluateHere(self, code, context, file, callback) {
  var failed = null, value;
  var run = function () {
    try {
      value = self.useGlobal ? vm.runInThisContext(code, file) : vm.runInContext(code, context, file);
    } catch (error) {
      failed = error;
    }
  };
  if (!canInterrupt(self)) run();
  else if (host.endsEarly(self.inputStream.fd, run)) failed = new Error("Script execution interrupted.");
  callback(failed, value);
}

function canInterrupt(self) {
  var fd = self.inputStream.fd;
  return self.rli && self.rli.terminal && typeof fd === "number" && host.isTerminal(fd) && process.listeners("SIGINT").length === 0;
}

// An object literal, too, is an expression: whatever can be one is tried as one first, but a function with a
// name is to be declared.
function evaluateInput(self, done) {
  var code = self.bufferedCommand;
  if (/^\s*function\b[^(]*\(/.test(code)) return self.eval(code, self.context, "repl", done);
  self.eval("(" + code + ")", self.context, "repl", function (error, value) {
    if (isIncomplete(error)) self.eval(code, self.context, "repl", done);
    else done(error, value);
  });
}

function finish(self, error, value) {
  if (isIncomplete(error)) return self.displayPrompt();
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
  var command = line[0] === "." && isNaN(parseFloat(line)) && /^\.(\S*)\s*(.*)$/.exec(line);
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
    self.rli.clearLine();
    if (empty && interrupted) return self.rli.close();
    if (empty) self.outputStream.write("(^C again to quit)\n");
    interrupted = empty;
    self.bufferedCommand = "";
    self.displayPrompt();
  });
}

REPLServer.prototype.createContext = function () {
  if (this.useGlobal) return global;
  var context = vm.createContext();
  for (var name in global) context[name] = global[name];
  context.console = new console.Console(this.outputStream);
  context.global = context;
  return context;
};

REPLServer.prototype.resetContext = function () {
  var module = new Module("repl");
  module.filename = process.cwd() + "/repl";
  module.paths = Module._nodeModulePaths(module.filename);
  module.exports = exports;
  this.context = this.createContext();
  this.context.module = module;
  this.context.require = internal.requireOf(module);
  this.lines = [];
  this.lines.level = [];
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
  var depth = Math.max(0, this.lines.level.length - 1);
  this.rli.setPrompt(this.bufferedCommand ? "..." + new Array(depth + 1).join("..") + " " : this.prompt);
  this.rli.prompt(preserveCursor);
};

// Keeps a line. One that opens more braces and parentheses than it closes is a level of its own.
REPLServer.prototype.memory = function (line) {
  if (!line) return;
  this.lines.push(line);
  var levels = this.lines.level;
  var opened = (line.match(/[{(]/g) || []).length - (line.match(/[})]/g) || []).length;
  if (opened > 0) levels.push(opened);
  while (opened < 0 && levels.length > 0) {
    opened += levels.pop();
    if (opened > 0) levels.push(opened);
  }
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

REPLServer.prototype.complete = function (line, callback) {
  complete(this, exports._builtinLibs, line, callback);
};

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
