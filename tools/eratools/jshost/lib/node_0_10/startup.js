// How a program begins: in a file, as a text on the command line or on stdin, or as what is typed at a prompt.
var internal = require("internal");
var core = internal.core;
var host = internal.host;
var Module = require("module");
var command = host.command();

module.exports = function start(file) {
  if (typeof command.source === "string") return evaluate("[eval]", command.source);
  if (typeof file === "string") return begin();
  if (command.interactive || host.isTerminal(0)) return prompt();
  readAll(process.stdin, function (text) { evaluate("[stdin]", text); });
};

// Two calls deep, as stacks showed it.
core.shownCalls["startup.js"] = {
  startup: { isTopLevel: true, name: "startup", file: "node.js", line: 119, column: 16 },
  begin: { isTopLevel: true, name: "", file: "node.js", line: 901, column: 3 },
};
function begin() { startup(); }
function startup() { Module.runMain(); }

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
