var sys = require("sys");

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

ok("GLOBAL", GLOBAL.process === process && GLOBAL.setTimeout === setTimeout);
ok("require", require("sys") === sys && require.paths instanceof Array);
ok("__filename", /process\.js$/.test(__filename) && __filename === process.ARGV[1]);
ok("module", module.exports === exports && module.filename === __filename);
ok("ARGV", process.ARGV.length === 5 && process.ARGV[4] === "last");
ok("ENV", process.ENV.COLOUR === "blue" && process.ENV.NOWHERE === undefined);
ok("pid", process.pid > 1 && process.kill(process.pid, "SIGCONT") === undefined);
ok("platform", process.platform === "linux2" || process.platform === "darwin");

var usage = process.memoryUsage();
ok("memoryUsage", usage.rss > 0 && usage.vsize > usage.rss && usage.heapTotal >= usage.heapUsed);

var before = process.cwd();
process.chdir("/");
ok("chdir", process.cwd() === "/");
process.chdir(before);
ok("cwd", process.cwd() === before);

var mask = process.umask(0027);
ok("umask", process.umask(mask) === 0027);

var extended = process.mixin(true, { a: { b: 1 } }, { a: { c: 2 } });
ok("mixin", extended.a.b === 1 && extended.a.c === 2);
ok("compile", process.compile("20 + 1", "made.js") === 21);
ok("O_CREAT", process.O_CREAT > 0 && process.O_RDONLY === 0);

process.addListener("SIGUSR1", function () {
  ok("SIGUSR1", true);
  setTimeout(function () { throw new Error("caught"); }, 1);
});
process.addListener("uncaughtException", function (exception) {
  ok("uncaughtException", exception.message === "caught");
  process.addListener("exit", function (code) { ok("exit", code === 7); });
  process.exit(7);
});
setTimeout(function () { process.kill(process.pid, "SIGUSR1"); }, 1);
setTimeout(function () {}, 60000);
