// Which descriptors are terminals.
var host = require("internal").host;

exports.isatty = function (fd) {
  return host.isTerminal(typeof fd === "number" ? fd : -1);
};

exports.setRawMode = require("util").deprecate(function (raw) {
  if (!process.stdin.isTTY) throw new Error("can't set raw mode on non-tty");
  process.stdin.setRawMode(raw);
}, "tty.setRawMode: Use `process.stdin.setRawMode()` instead.");
