var sys = require("sys"), emitter = new process.EventEmitter(), heard = [];

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

function first(a, b) { heard.push("first " + a + b + (this === emitter)); }
function second(a, b) { heard.push("second " + a + b); }

emitter.addListener("newListener", function (event, listener) {
  ok("newListener", event === "alarm" && listener === first && emitter.listeners("alarm").length === 0);
  emitter.removeListener("newListener", emitter.listeners("newListener")[0]);
});
emitter.addListener("alarm", first);
emitter.addListener("alarm", second);
emitter.emit("alarm", 1, "x");
ok("addListener", heard.length === 2);
ok("emit", heard[0] === "first 1xtrue" && heard[1] === "second 1x");

emitter.removeListener("alarm", first);
emitter.emit("alarm", 2, "y");
ok("removeListener", heard.length === 3 && heard[2] === "second 2y");
ok("listeners", emitter.listeners("alarm").length === 1 && emitter.listeners("alarm")[0] === second);
emitter.listeners("alarm").splice(0, 1);
emitter.emit("alarm", 3, "z");
ok("EventEmitter", heard.length === 3 && emitter instanceof process.EventEmitter);

var Alarm = function () { process.EventEmitter.call(this); };
sys.inherits(Alarm, process.EventEmitter);
var alarm = new Alarm();
alarm.addListener("ring", function () { ok("inherits", this === alarm); });
alarm.emit("ring");

var ticks = 0;
var never = setTimeout(function () { ok("clearTimeout", false); }, 1);
clearTimeout(never);
ok("clearTimeout", true);
var ticking = setInterval(function () {
  ticks += 1;
  if (ticks === 3) {
    clearInterval(ticking);
    ok("setInterval", true);
    setTimeout(function () {
      ok("clearInterval", ticks === 3);
      ok("setTimeout", true);
    }, 5);
  }
}, 1);
