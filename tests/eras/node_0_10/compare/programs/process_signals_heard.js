// How long a signal is the program's: until its last listener is removed, but not when all are at once.
var spawn = require('child_process').spawn;

var PROGRAMS = {
  'once, and once more': function () {
    process.once('SIGHUP', function () { console.log('once'); process.kill(process.pid, 'SIGHUP'); });
    process.kill(process.pid, 'SIGHUP');
  },
  'removed': function () {
    function listener() { console.log('never'); }
    process.on('SIGHUP', listener);
    process.removeListener('SIGHUP', listener);
    process.kill(process.pid, 'SIGHUP');
  },
  'one of two removed': function () {
    function listener() { console.log('never'); }
    process.on('SIGHUP', listener);
    process.on('SIGHUP', function () { console.log('heard'); process.exit(); });
    process.removeListener('SIGHUP', listener);
    process.kill(process.pid, 'SIGHUP');
  },
  'all removed': function () {
    process.on('SIGHUP', function () { console.log('never'); });
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
    setTimeout(function () { console.log('alive'); process.exit(); }, 20);
  },
  'all removed, and heard again': function () {
    process.on('SIGHUP', function () { console.log('never'); });
    process.removeAllListeners();
    process.on('SIGHUP', function () { console.log('again'); process.exit(); });
    process.kill(process.pid, 'SIGHUP');
  },
  'names of later': function () {
    ['SIGCLD', 'SIGRTMIN', 'SIGINFO'].forEach(function (name) { process.on(name, function () {}); });
    console.log('plain events');
    process.exit();
  },
};

(function next(names) {
  if (!names.length) return;
  var program = 'setTimeout(function () {}, 5000); (' + PROGRAMS[names[0]] + ')()';
  var child = spawn(process.execPath, ['-e', program]);
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', function (text) { console.log(names[0] + ': ' + text.trim()); });
  child.on('close', function (code, signal) {
    console.log(names[0], code, signal);
    next(names.slice(1));
  });
})(Object.keys(PROGRAMS));
