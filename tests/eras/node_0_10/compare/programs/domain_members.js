// Members that are added and removed.
var domain = require("domain");
var Emitter = require("events").EventEmitter;
var d = domain.create();
d.on("error", function (error) { console.log("error", error.message, error.domainThrown, !!error.domainEmitter); });
var emitter = new Emitter();
emitter.on("before", function () { console.log("before", process.domain === d, this === emitter); });
console.log(d.members.length, emitter.domain);
d.add(emitter);
console.log(d.members.length, emitter.domain === d);
emitter.emit("error", new Error("added"));
emitter.on("event", function (a) { console.log("listener", a, process.domain === d, this === emitter); });
emitter.once("event", function () { console.log("once", process.domain === d); });
emitter.emit("event", 1);
emitter.emit("event", 2);
console.log(emitter.listeners("event").length, process.domain);
d.remove(emitter);
console.log(d.members.length, emitter.domain);
try { emitter.emit("error", new Error("removed")); } catch (error) { console.log("caught", error.message); }
emitter.on("error", function (error) { console.log("own", error.message); });
d.add(emitter);
emitter.emit("error", new Error("heard"));
var e = domain.create();
e.add(emitter);
console.log(d.members.length, e.members.length, emitter.domain === e);
