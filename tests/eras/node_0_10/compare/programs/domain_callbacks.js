// Errors of what was started in a domain: a timer, a tick, an immediate, an emitter.
var domain = require("domain");
var Emitter = require("events").EventEmitter;
var d = domain.create();
d.on("error", function (error) {
  console.log("error", error.message, error.domain === d, error.domainThrown, process.domain === d);
});
d.run(function () {
  console.log("run", process.domain === d, domain.active === d, arguments.length);
  process.nextTick(function () { throw new Error("tick"); });
  setTimeout(function () {
    console.log("timer", process.domain === d);
    setTimeout(function () { throw new Error("timer in a timer"); }, 1);
    throw new Error("timer");
  }, 5);
  var emitter = new Emitter();
  console.log("member", emitter.domain === d);
  setTimeout(function () { emitter.emit("error", new Error("emitted")); }, 30);
  setTimeout(function () { setImmediate(function () { throw new Error("immediate"); }); }, 50);
});
console.log("outside", !process.domain);
setTimeout(function () { console.log("other timer", !process.domain); }, 70);
