// Which signals a fork dies of, and of which it exits.
var cp = require('child_process');
if (process.argv[2]) {
  process.send('ready');
  setInterval(function () {}, 1000);
} else {
  var signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL', 'SIGUSR2', 'SIGALRM'];
  (function next() {
    var signal = signals.shift();
    if (!signal) return;
    var fork = cp.fork(__filename, ['child']);
    fork.on('message', function () { console.log(signal, fork.kill(signal)); });
    fork.on('exit', function (code, by) {
      console.log(signal, code, by, fork.exitCode, fork.signalCode, fork.killed);
      next();
    });
  })();
}
