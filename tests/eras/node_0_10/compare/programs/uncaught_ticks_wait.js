// Behind a callback or a tick that throws, the ticks there are wait for the next callback that does not, or for the
// next round of the loop; the timers that were due together with one that throws are called in such a tick.
var domain = require('domain');
var fs = require('fs');

function told(how) {
  return function (error) {
    console.log(how, error.message);
    tick('of ' + how);
  };
}

function busy() {
  var end = Date.now() + 8;
  while (Date.now() < end);
}

function act(name, fails) {
  console.log(name, !!process.domain);
  tick(name);
  if (fails) throw new Error(name);
}

function tick(name, fails) {
  process.nextTick(function () {
    console.log('tick', name);
    if (fails) throw new Error('tick ' + name);
  });
}

function ofTimers() {
  setTimeout(act, 1, 'A1', true);
  setTimeout(act, 2, 'B2', true);
  setTimeout(act, 1, 'A1 again');
  setTimeout(act, 3, 'C3');
  setTimeout(act, 4, 'D4', true);
  setImmediate(act, 'immediate');
  busy();
}

function ofCancelled() {
  var kin = [];
  setTimeout(function () { clearTimeout(kin[0]); throw new Error('cancels'); }, 1);
  kin.push(setTimeout(act, 1, 'cancelled'));
  kin.push(setTimeout(act, 1, 'kept', true));
  kin.push(setTimeout(act, 1, 'last'));
  busy();
}

function ofTicks() {
  setTimeout(function () {
    tick('first', true);
    tick('second');
    tick('third', true);
    process.nextTick(function () { tick('inner'); throw new Error('outer'); });
    tick('fifth');
  }, 1);
  setTimeout(act, 2, 'B2');
  setTimeout(act, 3, 'C3');
  busy();
}

function ofImmediates() {
  setImmediate(act, 'immediate', true);
  setImmediate(act, 'next immediate');
  setTimeout(act, 1, 'timer');
  busy();
}

function ofFiles() {
  fs.stat('.', function () {
    setImmediate(act, 'immediate of stat');
    setTimeout(act, 1, 'timer of stat');
    busy();
    act('stat', true);
  });
}

function ofInterval() {
  var interval = setInterval(function () { clearInterval(interval); act('interval', true); }, 1);
}

process.on('uncaughtException', told('uncaught'));
var stages = [ofTimers, ofCancelled, ofTicks, ofImmediates, ofFiles, ofInterval];
var inside = domain.create();
inside.on('error', told('domain'));
stages.forEach(function (stage, index) {
  setTimeout(function () {
    console.log('--', stage.name);
    stage();
  }, index * 25 + 20);
  setTimeout(function () {
    console.log('-- in a domain:', stage.name);
    inside.run(stage);
  }, (stages.length + index) * 25 + 20);
});
