// The order of ticks, immediates and timers.
var log = [];
setTimeout(function () { log.push('timeout'); }, 0);
setImmediate(function () {
  log.push('immediate');
  process.nextTick(function () { log.push('tick in immediate'); });
});
process.nextTick(function () {
  log.push('tick 1');
  process.nextTick(function () { log.push('tick 3'); });
});
process.nextTick(function () { log.push('tick 2'); });
log.push('main');
setTimeout(function () { console.log(log.filter(function (what) { return what !== 'timeout'; }).join(', ')); }, 30);
