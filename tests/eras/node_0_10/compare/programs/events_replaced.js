// `_events`, which programs read, fill, clear and put others in the place of.
var events = require('events');
var util = require('util');

function f() {}
function g() {}
function h() {}
var emitter = new events.EventEmitter();
function show(what) { console.log(what + ': ' + util.inspect(emitter._events, {depth: 3})); }

show('new');
console.log(emitter._events === emitter._events);
emitter.on('a', f);
show('one');
console.log(emitter._events.a === f, typeof emitter._events.a);
emitter.on('a', g);
show('two');
console.log(Array.isArray(emitter._events.a), emitter._events.a === emitter._events.a);
emitter.removeListener('a', f);
emitter.removeListener('a', g);
show('none');
emitter.on('b', f);
emitter.removeAllListeners('b');
emitter.removeAllListeners('never there');
show('another without');
emitter.on('a', f);
emitter.once('c', f);
show('again, and once');
emitter.emit('c');
show('once, and over');
console.log(Object.keys(emitter._events), 'a' in emitter._events, 'x' in emitter._events,
  emitter._events.hasOwnProperty('b'), 'toString' in emitter._events);
emitter.removeAllListeners();
show('all removed');

// Filled by hand.
emitter._events.k = f;
console.log(emitter.listeners('k').length, emitter.emit('k'));
emitter._events.k = [f, g];
console.log(emitter.listeners('k').length);
emitter._events.k.push(h);
console.log(emitter.listeners('k').map(function (each) { return each.name; }));
emitter._events.k.splice(0, 1);
console.log(emitter.listeners('k').map(function (each) { return each.name; }));
var list = emitter._events.k;
emitter.on('k', f);
console.log(list.length);
emitter._events.k = undefined;
show('undefined');
delete emitter._events.k;
show('deleted');
emitter.on('n', f);
for (var name in emitter._events) console.log('enumerated', name);

// Put aside for a while.
var saved = emitter._events;
emitter._events = {};
emitter.on('meanwhile', f);
show('meanwhile');
console.log(Object.keys(saved), saved.n === f, emitter.emit('n'));
emitter._events = saved;
show('put back');
console.log(saved === emitter._events, emitter.emit('n'), emitter.emit('meanwhile'));
emitter.on('later', g);
console.log(Object.keys(saved));
emitter._events = {x: f, y: [g, h]};
show('of the program');
console.log(emitter.listeners('y').length);
emitter._events = null;
emitter.on('z', f);
show('after null');

// Nobody is told of what is changed by hand.
emitter.on('newListener', function (event) { console.log('newListener', event); });
emitter.on('removeListener', function (event) { console.log('removeListener', event); });
emitter._events.quiet = f;
delete emitter._events.quiet;
emitter._events = {};
emitter.on('o', f);
emitter.on('removeListener', function (event) { console.log('removed', event); });
emitter.removeAllListeners('o');
show('removed, and told');
try {
  emitter.removeAllListeners();
} catch (error) {
  console.log(error.message); // of an event that had been given up
}
