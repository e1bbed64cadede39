// Signals to children.
var spawn = require('child_process').spawn;
var child = require('./lib/child');
child.steps([
  function (next) {
    var cat = child.follow('default', spawn('cat'), function () {
      console.log('afterwards', cat.kill(), cat.kill(0));
      next();
    });
    console.log(cat.kill(0), cat.killed);
    console.log(cat.kill(), cat.killed);
  },
  function (next) { child.follow('kill', spawn('cat'), next).kill('SIGKILL'); },
  function (next) {
    var trap = child.follow('trap', spawn('sh', ['-c', 'trap "echo got it; exit 4" USR1; echo ready; while :; do sleep 0.01; done']), next);
    trap.stdout.once('data', function () { console.log(trap.kill('SIGUSR1')); });
  },
  function (next) {
    var none = spawn('/no/such');
    none.on('error', function (error) { console.log(error.message, none.kill()); });
    none.on('close', function () { next(); });
  },
  function (next) {
    var cat = child.follow('unknown', spawn('cat'), next);
    ['SIGFOO', 'term', 9].forEach(function (name) {
      try { cat.kill(name); } catch (error) { console.log(error.message); }
    });
    process.kill(cat.pid, 'SIGHUP');
  },
]);
