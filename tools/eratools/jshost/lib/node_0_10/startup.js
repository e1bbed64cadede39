// How a program begins: in a file, as a text on the command line or on stdin, or as what is typed at a prompt.
var internal = require("internal");
var core = internal.core;
var host = internal.host;
var shown = internal.shown;
var Module = require("module");
var command = host.command();

module.exports = function start(file) {
  if (typeof command.source === "string") return evaluateText(command.source);
  if (typeof file === "string") return runFile();
  if (command.interactive || host.isTerminal(0)) return prompt();
  readAll(process.stdin, function (text) { evaluateInput(text); });
};

function runFile() { Module.runMain(); }
function evaluateText(text) { evaluate("[eval]", text); }
function evaluateInput(text) { evaluate("[stdin]", text); }

// How stacks showed what began a program.
core.shownCalls["startup.js"] = {
  runFile: [shown("node.js", "", "startup", "", 119, 16), shown("node.js", "", "", "", 901, 3)],
  evaluateText: evaluating("[eval]").concat(shown("node.js", "", "startup", "", 80, 7), shown("node.js", "", "", "", 901, 3)),
  evaluateInput: evaluating("[stdin]").concat(
    shown("node.js", "Socket", "", "", 154, 11),
    shown("events.js", "Socket", "Socket.EventEmitter.emit", "emit", 117, 20),
    shown("_stream_readable.js", "", "", "", 910, 16),
    shown("node.js", "process", "process._tickCallback", "_tickCallback", 415, 13)
  ),
};

function evaluating(name) {
  return [
    shown(name + "-wrapper", "Object", "", "", 6, 22),
    shown("module.js", "Module", "Module._compile", "_compile", 456, 26),
    shown("node.js", "", "evalScript", "", 532, 25),
  ];
}

function prompt() {
  var options = { prompt: "> ", useGlobal: true, ignoreUndefined: false };
  if (parseInt(process.env.NODE_NO_READLINE, 10)) options.terminal = false;
  if (parseInt(process.env.NODE_DISABLE_COLORS, 10)) options.useColors = false;
  require("repl").start(options).on("exit", function () { process.exit(); });
}

function readAll(stream, done) {
  var text = "";
  stream.setEncoding("utf8");
  stream.on("data", function (piece) { text += piece; });
  stream.on("end", function () { done(text); });
}

// The text is no module: its variables are globals, and so are the names that a module would see.
function evaluate(name, text) {
  var module = new Module(name);
  module.filename = process.cwd() + "/" + name;
  module.paths = Module._nodeModulePaths(process.cwd());
  global.__filename = name;
  global.exports = module.exports;
  global.module = module;
  global.__dirname = ".";
  global.require = internal.requireOf(module);
  host.remember(name, text);
  core.beforeCompiling(text);
  core.refuseLater(text, function (line, column) { host.showPlace(name, line, column, text.split("\n")[line - 1]); });
  var value = core.orTellPlace(function () { return core.evaluate(name, text, false, 0); }, host);
  if (command.prints) console.log(value);
}
