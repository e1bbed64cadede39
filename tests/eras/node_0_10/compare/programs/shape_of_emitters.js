// The properties of an emitter: one that was made, inherits, was never constructed, or borrowed the methods.
var events = require('events');
var util = require('util');
var shape = require('./lib/shape');

function f() {}
function g() {}
function show(name, object) {
  console.log(name + ': ' + util.inspect(object, {depth: 3}) + ' ' + JSON.stringify(object));
}

shape.own('emitter', new events.EventEmitter());
shape.prototypes(new events.EventEmitter());
console.log('EventEmitter: ' + events.EventEmitter.name + ' ' + events.EventEmitter.length + ' ' + Object.keys(events.EventEmitter));
console.log(Object.getPrototypeOf(events.EventEmitter.prototype) === Object.prototype);

function Named(name) {
  this.before = 1;
  this.domain = 'example.org'; // is lost
  events.EventEmitter.call(this);
  this.name = name;
}
util.inherits(Named, events.EventEmitter);
Named.prototype.greet = function () {};
var named = new Named('n');
shape.own('inheriting', named);
show('inheriting', named);
named.on('a', f);
named.once('b', f);
show('with listeners', named);
named.setMaxListeners(0);
console.log('limit: ' + named._maxListeners);
named._maxListeners = 3;
console.log('limit: ' + named._maxListeners);
named.domain = 'set later';
console.log('domain: ' + named.domain);
var all = [];
for (var key in named) all.push(key);
console.log('enumerated: ' + all);
console.log('own: ' + ['domain', '_events', 'on', 'name', 'greet'].filter(function (name) { return named.hasOwnProperty(name); }));
console.log('in: ' + ['domain', '_events', 'on', 'toString', 'other'].filter(function (name) { return name in named; }));
console.log(Object.getOwnPropertyDescriptor(named, '_maxListeners'), Object.getOwnPropertyNames(named));
delete named.name;
delete named.domain;
console.log('deleted: ' + Object.keys(named));

function Uncalled() { this.name = 'n'; }
util.inherits(Uncalled, events.EventEmitter);
var uncalled = new Uncalled();
show('uncalled', uncalled);
uncalled.on('a', f);
show('uncalled, with a listener', uncalled);
var quiet = new Uncalled();
quiet.emit('nothing');
show('uncalled, that emitted', quiet);

function Early() {
  this._events = {};
  this.name = 'n';
}
util.inherits(Early, events.EventEmitter);
var early = new Early();
early._events.a = f;
show('uncalled, with a table of its own', early);
early.on('a', g);
show('uncalled, with a table of its own, and a listener', early);
console.log(early.listeners('a').length);

function Kept() {
  this._events = {a: f};
  events.EventEmitter.call(this);
}
util.inherits(Kept, events.EventEmitter);
show('with a table from before', new Kept());
console.log(new Kept().listeners('a'));

var mixed = {own: 1};
for (var name in events.EventEmitter.prototype) mixed[name] = events.EventEmitter.prototype[name];
mixed.on('a', f);
show('mixed', mixed);
var app = function () {};
Object.keys(events.EventEmitter.prototype).forEach(function (name) { app[name] = events.EventEmitter.prototype[name]; });
app.on('mount', f);
console.log('a function: ' + Object.keys(app).slice(-2) + ' ' + util.inspect(app._events));

// A child of an emitter has nothing of its own.
var child = Object.create(new events.EventEmitter());
console.log('child: ' + Object.keys(child) + ' ' + child._maxListeners + ' ' + child.domain);
child.domain = 'mine';
console.log('child: ' + Object.keys(child));
