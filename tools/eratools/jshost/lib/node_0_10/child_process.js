// `child_process`: what the era has, told how JavaScript makes JSON and text and how it is run.
var host = require("internal").host;

host.hostChildren(
  function (message) { return JSON.stringify(message); },
  function () { return [process.execPath, process.execArgv]; });

var childProcess = (module.exports = host.pythonModule("child_process"));

// A program gets text, and JavaScript knows best what the text of a value is.
function withTexts(given) {
  if (Array.isArray(given)) return given.map(String);
  if (typeof given !== "object" || given === null || !given.env) return given;
  var options = {};
  for (var name in given) options[name] = given[name];
  options.env = {};
  for (name in given.env) options.env[name] = String(given.env[name]);
  return options;
}

function calling(start) {
  return function () { return start.apply(childProcess, [].map.call(arguments, withTexts)); };
}

["spawn", "exec", "fork"].forEach(function (name) { childProcess[name] = calling(childProcess[name]); });

var fork = childProcess.fork;
childProcess.fork = function (modulePath, args, options) { return fork(String(modulePath), args, options); };

// Options follow a list of arguments, or the file itself.
var execFile = calling(childProcess.execFile);
childProcess.execFile = function (file, args, options) {
  if (Array.isArray(args)) return execFile.apply(childProcess, arguments);
  var callback = arguments[arguments.length - 1];
  return execFile(file, [], args, typeof callback === "function" ? callback : undefined);
};
