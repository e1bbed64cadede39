// Errors of what was started in a domain: a timer, a tick, an immediate, an emitter.
var domain = require("domain");
var Emitter = require("events").EventEmitter;
var d = domain.create();
var after = {}, last;  // each begins when the one before is over
d.on("error", function (error) {
  console.log("error", error.message, error.domain === d, error.domainThrown, process.domain === d);
  last = error.message;
  if (after[last]) after[last]();
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
  after["timer in a timer"] = function () {
    setTimeout(function () { emitter.emit("error", new Error("emitted")); }, 1);
  };
  after.emitted = function () {
    setTimeout(function () { setImmediate(function () { throw new Error("immediate"); }); }, 1);
  };
});
console.log("outside", !process.domain);
var other = setInterval(function () {
  if (last !== "immediate") return;
  clearInterval(other);
  console.log("other timer", !process.domain);
}, 1);
