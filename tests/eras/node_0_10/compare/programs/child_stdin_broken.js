// A child that does not read what it is given, closes its stdin, or ends while much waits for it.
var cp = require('child_process');
var child = require('./lib/child');
var big = new Buffer(1 << 20);
big.fill('x');
// Whether the write fails or the end is seen first is chance, and so what the error is called.
var failed = false;
function told(error) { failed = error instanceof Error; }
process.on('exit', function () { console.log(failed); });
child.steps([
  function (next) {
    var one = child.follow('ends', cp.spawn('sh', ['-c', 'exit 3']), next);
    one.stdin.on('error', told);
    one.stdin.write(big);
  },
  function (next) {
    var one = child.follow('closes', cp.spawn('sh', ['-c', 'exec 0<&-; echo closed; sleep 0.2; exit 4']), next);
    one.stdin.on('error', told);
    one.stdout.once('data', function () { one.stdin.write('late'); });
  },
  function (next) {
    var one = child.follow('reads a little', cp.spawn('sh', ['-c', 'head -c 10; exit 5']), next);
    one.stdin.on('error', function () {});
    one.stdin.end(big);
  },
  function (next) {
    var one = child.follow('reads all', cp.spawn('wc', ['-c']), next);
    for (var i = 0; i < 3; i++) one.stdin.write(big);
    one.stdin.end(function () { console.log('all given'); });
  },
  function (next) {
    var one = child.follow('never ended', cp.spawn('cat'), next);
    one.stdin.write('some');
    one.stdout.once('data', function () { one.kill('SIGTERM'); });
  },
  function (next) {
    var one = cp.spawn('sh', ['-c', 'echo unread; exit 6']);
    one.on('exit', function (code) { console.log('unread exit', code); });
    one.on('close', function (code) {
      console.log('unread close', code);
      next();
    });
  },
  function (next) {
    var one = cp.spawn('sh', ['-c', 'sleep 0.3 & echo first']);
    var order = [];
    one.on('exit', function () { order.push('exit'); });
    one.stdout.on('end', function () { order.push('end'); });
    one.stdout.resume();
    one.on('close', function () {
      console.log('a grandchild keeps the pipe:', order.join());
      next();
    });
  },
]);
