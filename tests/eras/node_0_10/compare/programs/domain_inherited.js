// Emitters of a program's own kind, made in a domain.
var domain = require("domain");
var util = require("util");
var Emitter = require("events").EventEmitter;
function Mine(name) { Emitter.call(this); this.name = name; }
util.inherits(Mine, Emitter);
var d = domain.create();
d.on("error", function (error) { console.log("error", error.message, error.domainThrown); });
var mine = d.run(function () { return new Mine("a"); });
console.log(mine.name, mine.domain === d, process.domain === d);
mine.on("event", function () { console.log("event", process.domain === d, this.name); });
mine.emit("event");
mine.emit("error", new Error("unheard"));
var outside = new Mine("b");
console.log(outside.domain);
setTimeout(function () {
  mine.once("event", function () { throw new Error("thrown"); });
  mine.emit("event");
}, 1);
