// Which descriptors are terminals, and the streams that they are.
var host = require("internal").host;
var terminals = host.terminals();

exports.isatty = function (fd) {
  return host.isTerminal(typeof fd === "number" ? fd : -1);
};

exports.setRawMode = require("util").deprecate(function (raw) {
  if (!process.stdin.isTTY) throw new Error("can't set raw mode on non-tty");
  process.stdin.setRawMode(raw);
}, "tty.setRawMode: Use `process.stdin.setRawMode()` instead.");

exports.ReadStream = terminals.ReadStream;
exports.WriteStream = terminals.WriteStream;
