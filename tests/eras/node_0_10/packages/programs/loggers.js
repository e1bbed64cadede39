// winston and bunyan.
var w = require("winston"),
  b = require("bunyan"),
  os = require("os"),
  path = require("path"),
  fs = require("fs");
var l = new w.Logger({ transports: [new w.transports.Console({ colorize: false, timestamp: false })] });
l.info("hello %s", "w", { a: 1 });
l.warn("careful");
l.error("bad", { e: [1, { b: 2 }] });
l.cli();
l.log("info", "cli");
var m = new w.Logger({ transports: [new w.transports.Memory({ json: false })] });
m.info("mem", { x: 1 });
console.log(m.transports.memory.writeOutput);
l.profile("p");
var f = path.join(os.tmpdir(), "winston-" + process.pid + ".log");
var fl = new w.Logger({
  transports: [
    new w.transports.File({
      filename: f,
      json: true,
      timestamp: function () {
        return "T";
      }
    })
  ]
});
fl.on("logging", function (t, lev, msg) {
  console.log("logged", t.name, lev, msg);
});
fl.info("to file", { k: "v" }, function () {
  setTimeout(function () {
    console.log(fs.readFileSync(f, "utf8"));
    fs.unlinkSync(f);
  }, 100);
});
var rec = [];
var log = b.createLogger({
  name: "app",
  streams: [
    {
      level: "debug",
      type: "raw",
      stream: {
        write: function (r) {
          rec.push(r);
        }
      }
    }
  ],
  serializers: { req: b.stdSerializers.req, err: b.stdSerializers.err }
});
log.info(
  { req: { method: "GET", url: "/", headers: {}, connection: { remoteAddress: "1", remotePort: 2 } } },
  "hi %d",
  5
);
log.debug(new Error("x"));
log.child({ widget: "z" }).warn("child");
rec.forEach(function (r) {
  console.log(r.level, r.msg, r.widget, r.req, r.err && r.err.message);
});
