// How forks end: disconnected by the parent, by an exit, by an error, by having nothing to do.
var cp = require('child_process');
var child = require('./lib/child');
var role = process.argv[2];
if (role === 'listens') {
  process.on('message', function () {});
  process.send('ready');
}
else if (role === 'exits') process.exit(5);
else if (role === 'throws') {
  process.on('exit', function () { console.log('exit'); });
  setTimeout(function () { undefined_name; }, 1);
} else if (role === 'idle') console.log('idle');
else if (role === 'once') process.once('message', function (m) { console.log('once', m); });
else {
  child.steps([
    function (next) {
      var fork = cp.fork(__filename, ['listens'], { silent: true });
      fork.on('disconnect', function () { console.log('disconnect'); });
      fork.on('close', function () { console.log('close'); });
      fork.on('exit', function (code) {
        console.log('exit', code, fork.connected);
        next();
      });
      fork.on('message', function () {
        setTimeout(function () {
          fork.disconnect();
          console.log(fork.connected);
        }, 10);
      });
    },
    function (next) { child.follow('exits', cp.fork(__filename, ['exits']), next); },
    function (next) {
      var fork = cp.fork(__filename, ['throws'], { silent: true });
      var text = '';
      fork.stderr.on('data', function (piece) { text += piece; });
      fork.on('close', function (code) { console.log('throws', code, /undefined_name is not defined/.test(text)); next(); });
    },
    function (next) { child.follow('idle', cp.fork(__filename, ['idle'], { silent: true }), next); },
    function (next) { child.follow('once', cp.fork(__filename, ['once'], { silent: true }), next).send({ a: 1 }); },
  ]);
}
