// Which signals `kill` knows, and what it makes of a process that is no number.
var util = require('util');
var child = require('child_process').spawn('sleep', ['20']);

function tell(name, kill) {
  try {
    console.log(name, kill());
  } catch (error) {
    console.log(name, error.name + ': ' + error.message, error.code, error.errno, error.syscall);
  }
}

var SIGNALS = [0, 'SIGFOO', 'sigterm', {}, -1, 'SIGCLD', 'SIGRTMIN', 'SIGWINCH', 28, '0', '28', [], ['SIGWINCH'],
  'SIGINFO', 0.5, 28.5, 65, 99];
SIGNALS.forEach(function (signal) {
  tell('process.kill ' + util.inspect(signal), function () { return process.kill(process.pid, signal); });
  tell('child.kill ' + util.inspect(signal), function () { return [child.kill(signal), child.killed]; });
});

tell('text of a number', function () { return process.kill(String(child.pid), 0); });
tell('a number and a half', function () { return process.kill(child.pid + 0.5, 0); });
tell('no such process', function () { return process.kill(99999999, 0); });
tell('nothing for the signal', function () { return process.kill(String(child.pid), null); });

child.on('exit', function (code, signal) {
  console.log('exit', code, signal);
  var next = require('child_process').spawn('sleep', ['20']);
  next.on('exit', function (code, signal) { console.log('exit', code, signal); });
  console.log(next.kill(''), next.killed);
});
