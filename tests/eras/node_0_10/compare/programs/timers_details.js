// Arguments, `this`, what can be cleared and when, and the order of timers that are due together.
var order = [];

function log() { order.push(Array.prototype.slice.call(arguments).join(' ')); }

setTimeout(function (a, b) { log('arguments', a, b, arguments.length); }, 1, 'x', 'y');
setTimeout(function () { log('no arguments', arguments.length); }, 1);
['0', -5, NaN, undefined, null, 2147483648, 'no number', {}].forEach(function (delay) {
  setTimeout(function () { log('delay', String(delay)); }, delay);
});
setTimeout(function () {
  log('20');
  for (var start = Date.now(); Date.now() - start < 30;);
}, 20);
setTimeout(function () { log('10'); }, 10);
setTimeout(function () { log('15 set first'); }, 15);
setTimeout(function () { log('15 set second'); }, 15);

setTimeout(function () { clearTimeout(second); log('clears'); }, 40);
var second = setTimeout(function () { log('never: cleared by one that is due together with it'); }, 40);

var count = 0;
var interval;
function repeat(word) {
  log('interval', word, ++count);
  if (count === 3) {
    clearInterval(interval);
    clearInterval(interval);
    clearTimeout(undefined);
    clearTimeout(null);
    clearTimeout('x');
    clearTimeout(5);
  }
}

var unreferenced = setTimeout(function () { log('never: unreferenced'); }, 3000);
unreferenced.unref();

process.on('uncaughtException', function (error) { log('caught', error.message); });
setTimeout(function () { throw new Error('in a timer'); }, 150);
setTimeout(function () {
  log('after the one that threw');
  setTimeout('no function', 10);
  setTimeout(nested, 30);
}, 150);

function nested() {
  setTimeout(function () {
    log('nested');
    interval = setInterval(repeat, 5, 'w');
  }, 0);
  process.nextTick(function () { log('tick of the nested'); });
}

console.log(typeof unreferenced, typeof setTimeout(function () {}, 1).unref);
process.on('exit', function () { console.log(order.join('\n')); });
