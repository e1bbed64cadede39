// A child that nobody waits for.
var cp = require('child_process');
var sleeper = cp.spawn('sleep', ['20'], { stdio: 'ignore', detached: true });
sleeper.unref();
console.log(sleeper.pid > 0);
var group = cp.spawn('sh', ['-c', 'ps -o pgid= -p $$; echo $$'], { detached: true });
group.stdout.setEncoding('utf8');
var text = '';
group.stdout.on('data', function (piece) { text += piece; });
group.on('close', function () {
  var numbers = text.trim().split(/\s+/);
  console.log('leads its group:', numbers[0] === numbers[1], numbers.length);
});
process.on('exit', function () { console.log('exit'); process.kill(sleeper.pid, 'SIGKILL'); });
