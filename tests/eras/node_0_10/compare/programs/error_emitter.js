// Errors as events.
var EventEmitter = require('events').EventEmitter;
function t(f) { try { f(); console.log('no error'); } catch (error) { console.log(String(error)); } }
var emitter = new EventEmitter();
t(function () { emitter.emit('error', new Error('mine')); });
t(function () { emitter.emit('error', 'text'); });
t(function () { emitter.emit('error'); });
t(function () { emitter.on('x'); });
t(function () { emitter.on('x', 'y'); });
emitter.on('error', function (error) { console.log('heard', error); });
t(function () { emitter.emit('error', 7); });
emitter.on('throws', function () { throw new RangeError('from a listener'); });
t(function () { emitter.emit('throws'); });
