// Arguments, `this`, what can be cleared and when, and the order of timers that are due together.
var order = [];

function log() { order.push(Array.prototype.slice.call(arguments).join(' ')); }

setTimeout(function (a, b) { log('arguments', a, b, arguments.length); }, 1, 'x', 'y');
setTimeout(function () { log('no arguments', arguments.length); }, 1);
['0', -5, NaN, undefined, null, 2147483648, 'no number', {}].forEach(function (delay) {
  setTimeout(function () { log('delay', String(delay)); }, delay);
});
setTimeout(function () { log('20'); }, 20);
setTimeout(function () { log('10'); }, 10);
setTimeout(function () { log('15 set first'); }, 15);
setTimeout(function () { log('15 set second'); }, 15);

var second = setTimeout(function () { log('never: cleared by one that is due together with it'); }, 25);
setTimeout(function () { clearTimeout(second); log('clears'); }, 24);

var count = 0;
var interval = setInterval(function (word) {
  log('interval', word, ++count);
  if (count === 3) {
    clearInterval(interval);
    clearInterval(interval);
    clearTimeout(undefined);
    clearTimeout(null);
    clearTimeout('x');
    clearTimeout(5);
  }
}, 30, 'w');

var unreferenced = setTimeout(function () { log('never: unreferenced'); }, 3000);
unreferenced.unref();

process.on('uncaughtException', function (error) { log('caught', error.message); });
setTimeout(function () { throw new Error('in a timer'); }, 50);
setTimeout(function () { log('after the one that threw'); }, 50);
setTimeout('no function', 60);

setTimeout(function nested() {
  setTimeout(function () { log('nested'); }, 0);
  process.nextTick(function () { log('tick of the nested'); });
}, 80);

console.log(typeof unreferenced, typeof interval, typeof setTimeout(function () {}, 1).unref);
process.on('exit', function () { console.log(order.join('\n')); });
