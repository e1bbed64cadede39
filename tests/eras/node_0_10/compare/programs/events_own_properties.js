// What an emitter has of its own: who lists, copies, compares or writes one finds it.
var EventEmitter = require('events').EventEmitter;
var assert = require('assert');
var util = require('util');

function Called() { EventEmitter.call(this); this.own = 1; }
util.inherits(Called, EventEmitter);
function Uncalled() { this.own = 1; }
util.inherits(Uncalled, EventEmitter);
function Own() { this._events = {early: function () { console.log('early'); }}; }
util.inherits(Own, EventEmitter);

function listed(object) {
  var names = [];
  for (var name in object) if (object.hasOwnProperty(name)) names.push(name);
  return names.join();
}

[new EventEmitter(), new Called(), new Uncalled()].forEach(function (emitter) {
  console.log(listed(emitter), Object.keys(emitter), JSON.stringify(emitter), emitter.domain, emitter._maxListeners);
  console.log(emitter.hasOwnProperty('_events'), emitter.propertyIsEnumerable('domain'), emitter);
  emitter.on('x', function listener() {});
  emitter.later = 2;
  console.log(listed(emitter), JSON.stringify(emitter), emitter);
  console.log(Object.keys(util._extend({}, emitter)), delete emitter.later, Object.keys(emitter));
});

var early = new Own();
console.log(early.emit('early'), listed(early), early.listeners('early').length);
early.on('late', function () { console.log('late'); });
console.log(early.emit('early'), early.emit('late'), Object.keys(early._events), listed(early));

var limited = new Called();
limited._maxListeners = 1;
console.log(limited._maxListeners, limited);
limited.setMaxListeners(0);
console.log(limited._maxListeners, listed(limited));
limited.domain = {name: 'mine'};
console.log(limited.domain, listed(limited));

assert.deepEqual(new Called(), new Called());
assert.throws(function () { assert.deepEqual(new EventEmitter(), {}); }, /deepEqual/);

// One that has the methods and nothing else.
var mixed = {};
for (var name in EventEmitter.prototype) mixed[name] = EventEmitter.prototype[name];
console.log(listed(mixed), mixed._events);
mixed.on('a', function () { console.log('mixed'); });
console.log(mixed.emit('a'), listed(mixed), Object.keys(mixed._events));
function callable() {}
util._extend(callable, EventEmitter.prototype);
callable.on('b', function () { console.log('callable'); });
console.log(callable.emit('b'), Object.keys(callable).pop(), callable._maxListeners);
