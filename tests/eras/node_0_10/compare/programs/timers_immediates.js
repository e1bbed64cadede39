// One immediate in each round of the loop, with timers, ticks and what else is ready in between.
var order = [];

function busy(milliseconds) {
  var until = Date.now() + milliseconds;
  while (Date.now() < until) { /* on */ }
}

process.on('uncaughtException', function (error) { order.push('caught ' + error.message); });

for (var i = 0; i < 6; i++) (function (i) {
  setImmediate(function (a, b) {
    order.push('immediate ' + i, a, b);
    process.nextTick(function () { order.push('tick ' + i); });
    if (i === 1) {
      setTimeout(function () { order.push('timer'); }, 1);
      busy(5);
    }
    if (i === 2) setImmediate(function () { order.push('added'); clearImmediate(late); });
    if (i === 3) throw new Error('of 3');
    if (i === 4) clearImmediate(cleared);
  }, 'a' + i, i);
})(i);
var cleared = setImmediate(function () { order.push('never'); });
var late = setImmediate(function () { order.push('before it is cleared'); });
clearImmediate(setImmediate(function () { order.push('never'); }));
clearImmediate(undefined);
clearImmediate({});

// What the program set up is due before the first of them.
setTimeout(function () { order.push('first timer'); }, 1);
process.nextTick(function () { order.push('first tick'); });
busy(5);
order.push('main');

process.on('exit', function () {
  console.log(order.join('\n'));
  console.log(typeof late);
});
