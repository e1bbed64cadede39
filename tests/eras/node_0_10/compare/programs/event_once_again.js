// What 0.10.15 did when an emit was nested in another: a once-listener that was there when both began ran twice.
var EventEmitter = require('events').EventEmitter;
var emitter = new EventEmitter(), count = 0;
emitter.once('x', function () { console.log('one', ++count); emitter.emit('x'); });
emitter.once('x', function () { console.log('two', ++count); });
emitter.emit('x');
console.log(emitter.emit('x'), emitter.listeners('x'));

// Who hears of a new listener may remove all: the new one is added all the same.
emitter.on('y', function () { console.log('the old y'); });
emitter.on('newListener', function (event) { console.log('new', event); this.removeAllListeners(); });
emitter.on('y', function () { console.log('the new y'); });
emitter.emit('y');
console.log(emitter.listeners('newListener').length);

// Asking for the listeners of an event does not give it any.
console.log(emitter.listeners('removeListener').length, emitter.removeAllListeners('z') === emitter);
emitter.on('removeListener', function () {});
try { emitter.removeAllListeners('z'); } catch (error) { console.log(String(error)); }
