// The table of listeners, which packages read, clear and reorder.
var EventEmitter = require("events").EventEmitter;
var emitter = new EventEmitter();

function first() {
  console.log("first");
}
function second() {
  console.log("second");
}

emitter.on("one", first);
console.log(emitter._events.one === first, emitter._events.other);
emitter.on("one", second);
console.log(Array.isArray(emitter._events.one), emitter._events.one.length, emitter._events.one[1] === second);
emitter.on("two", first);
console.log(Object.keys(emitter._events), "two" in emitter._events, "three" in emitter._events);

// To the front of the others.
emitter._events.one.unshift(second);
emitter.emit("one");
console.log(emitter.listeners("one").length);
emitter._events.two = [second, emitter._events.two];
emitter.emit("two");
delete emitter._events.two;
console.log(emitter.emit("two"), emitter.listeners("two"));

// All of it.
emitter.once("three", second);
console.log(typeof emitter._events.three, emitter._events.three.listener === second);
emitter._events = {};
console.log(emitter.emit("one"), emitter.emit("three"), Object.keys(emitter._events));
emitter._events.one = first;
emitter.emit("one");

function Uncalled() {}
Uncalled.prototype = Object.create(EventEmitter.prototype);
var uncalled = new Uncalled();
console.log(uncalled._events);
uncalled.on("x", first);
console.log(Object.keys(uncalled._events), uncalled.emit("x"));
