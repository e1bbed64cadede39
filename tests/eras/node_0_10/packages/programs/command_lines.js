// commander and optimist on arguments; globs, folders and versions.
var c = require("commander");
c.version("1.2.3")
  .usage("[o] <f>")
  .option("-p, --peppers", "Add peppers")
  .option("-c, --cheese [type]", "cheese", "marble")
  .option("-n, --num <n>", "num", parseInt)
  .option("--no-sauce", "no sauce");
c.command("setup [env]")
  .description("run it")
  .option("-s, --s <m>", "mode")
  .action(function (env, o) {
    console.log("setup", env, o.s);
  });
c.parse(["node", "x", "-p", "--cheese", "brie", "-n", "5", "--no-sauce", "setup", "prod", "-s", "m"]);
console.log(c.peppers, c.cheese, c.num, c.sauce, c.args.length);
console.log(c.helpInformation());
var o = require("optimist")(["-x", "3", "--y=4", "--no-z", "--arr", "1", "--arr", "2", "a", "b", "--", "-q"])
  .alias("x", "ex")
  .describe("x", "an x")
  .default("d", 7)
  .boolean("v");
var argv = o.argv;
delete argv.$0;
console.log(argv);
console.log(
  require("minimist")(["-a", "1", "-bc", "--d.e=2", "--flag", "f", "--", "g"], {
    alias: { a: "aa" },
    string: ["s"],
    boolean: "flag"
  })
);
var s = require("semver");
console.log(
  s.valid("v1.2.3"),
  s.satisfies("1.2.3", "~1.2 || >3"),
  s.inc("1.2.3", "minor"),
  s.maxSatisfying(["1.0.0", "1.5.0", "2.0.0"], "1.x"),
  s.validRange("^1.2"),
  ["1.2.3", "1.2.3-beta", "0.9.0"].sort(s.compare)
);
var mk = require("mkdirp"),
  rm = require("rimraf"),
  g = require("glob"),
  fs = require("fs"),
  path = require("path"),
  os = require("os");
var d = path.join(os.tmpdir(), "pkgs-" + process.pid);
mk(d + "/a/b/c", function (e, made) {
  console.log(e, made === d);
  fs.writeFileSync(d + "/a/x.js", "");
  fs.writeFileSync(d + "/a/b/y.js", "");
  fs.writeFileSync(d + "/a/b/.z.js", "");
  g("**/*.js", { cwd: d }, function (e, f) {
    console.log(e, f);
    g("a/{x,b/*}.js", { cwd: d, mark: true, dot: true }, function (e, f) {
      console.log(f);
      console.log(g.sync("*", { cwd: d + "/a", mark: true }));
      mk.sync(d + "/q/w");
      rm(d, function (e) {
        console.log(e, fs.existsSync(d));
        mk.sync(d + "/z/y");
        rm.sync(d);
        console.log(fs.existsSync(d));
      });
    });
  });
});
