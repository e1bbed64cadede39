// Timers: order, arguments, cancelling, ref and unref.
var log = [];
setTimeout(function (a, b) { log.push('10 ' + a + b); }, 10, 'x', 'y');
setTimeout(function () { log.push('1'); }, 1);
clearTimeout(setTimeout(function () { log.push('cancelled'); }, 2));
var count = 0;
var interval = setInterval(function (what) {
  log.push(what + ++count);
  if (count === 3) clearInterval(interval);
}, 5, 'i');
clearImmediate(setImmediate(function () { log.push('cancelled'); }));
setImmediate(function (a) { log.push('immediate ' + a); }, 'z');
var long = setTimeout(function () { log.push('never'); }, 100000);
console.log(typeof long, typeof long.unref, typeof long.ref);
long.unref();
clearTimeout(undefined);
clearInterval(null);
process.on('exit', function () { console.log(log.filter(function (x) { return x[0] !== 'i'; }).join(', '), count); });
