// What the calls of a stack are named after: assignments, literals, classes, and how they were called.
function tell(tag) {
  var line = new Error().stack.split('\n')[2];
  console.log(tag, '|', line.replace(/\(?\/.*\//, '('));
}
function pass(f) { f(); }

function Shape() {
  this.own = function () { tell('own'); };
  var inner = function () { tell('inner'); };
  this.own();
  inner();
  tell('constructor');
  pass(function () { tell('argument in a constructor'); });
}
new Shape();
Shape.prototype.area = function () { tell('method'); this.edge(); };
Shape.prototype.edge = function () { tell('method of this'); };
Shape.create = function () { tell('static'); };
new Shape().area();
Shape.create();
var create = Shape.create;
create();
Shape.prototype.area.call(new Shape());

var Late = function () { tell('assigned constructor'); };
new Late();
Late.prototype = { other: function named() { tell('named in a literal'); } };
new Late.prototype.other();

var ns = { deep: { fn: function () { tell('deep'); } } };
ns.deep.fn();
var deep = ns.deep.fn;
deep();
ns['text'] = function () { tell('by text'); };
ns.text();
var key = 'computed';
ns[key] = function () { tell('by a key'); };
ns.computed();
ns.alias = deep;
ns.alias();

function takes(options) { options.success(); var success = options.success; success(); }
takes({ success: function () { tell('option'); } });

(function () { tell('at once'); })();
(function named() { tell('named, at once'); })();
var result = (function () { tell('at once, assigned'); })();
result = pass(function () { tell('argument, assigned'); });
pass(function () { tell('argument'); });
var after = function () { tell('assigned'); };
after();

var library = { Plain: {} };
exports.Class = library.Class = function () {};
library.Class.make = function () { tell('of a class within'); };
library.Plain.make = function () { tell('of an object within'); };
library.Class.make();
library.Plain.make();
var Class = library.Class, Plain = library.Plain;
Class.make();
Plain.make();

module.exports = function () { tell('module.exports'); };
module.exports();
exports.named = function () { tell('exports'); };
exports.named();
[1].forEach(function () { tell('callback'); });
Object.defineProperty(ns, 'getter', { get: function () { tell('getter'); } });
ns.getter;
process.nextTick(function () { tell('tick'); });
