// EventEmitter: order, once, removal while emitting, newListener, errors without a listener.
var EventEmitter = require('events').EventEmitter;

var emitter = new EventEmitter();
emitter.on('newListener', function (name, listener) { console.log('newListener', name, typeof listener); });
emitter.on('removeListener', function (name) { console.log('removeListener', name); });
function first() { console.log('first', this === emitter, arguments.length); emitter.removeListener('a', second); }
function second() { console.log('second'); }
emitter.on('a', first).on('a', second).once('a', function (x) { console.log('once', x); });
console.log(emitter.emit('a', 1), emitter.emit('a', 2, 3), emitter.emit('nothing'));
console.log(emitter.listeners('a').length, emitter.listeners('a')[0] === first, emitter.listeners('zz'));
console.log(EventEmitter.listenerCount(emitter, 'a'));
emitter.removeAllListeners('a');
console.log(emitter.emit('a'));
[new Error('mine'), 'text', undefined].forEach(function (problem) {
  try {
    new EventEmitter().emit('error', problem);
  } catch (error) {
    console.log(error instanceof Error, error.message);
  }
});
['x', undefined, {}].forEach(function (listener) {
  try {
    emitter.on('b', listener);
  } catch (error) {
    console.log(error.name, error.message);
  }
});
console.log(emitter.setMaxListeners(2), typeof emitter.addListener);
