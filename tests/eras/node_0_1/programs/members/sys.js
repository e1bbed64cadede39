var posix = require("posix"), sys = require("sys");

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

ok("posix.Stat", posix.statSync("/") instanceof posix.Stat);
sys.exec("echo out; echo err >&2").addCallback(function (stdout, stderr) {
  ok("exec", stdout === "out\n" && stderr === "err\n");
});
sys.exec("echo no; exit 3").addErrback(function (code, stdout, stderr) {
  ok("exec that fails", code === 3 && stdout === "no\n" && stderr === "");
  process.stdio.write("write\n");
  process.stdio.writeError("complaint");
});
