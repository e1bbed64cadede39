// `readline`: what the era has, told how to find what a program has put on a stream of its own.
var host = require("internal").host;

host.part("readline.terminal", "use")(function (stream, name) { return stream[name]; });

module.exports = host.pythonModule("readline");
