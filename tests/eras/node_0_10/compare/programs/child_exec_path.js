// process.execPath runs a script of the same generation.
var cp = require('child_process');
var child = require('./lib/child');
if (process.argv[2] === 'inner') {
  console.log(process.version, process.argv.length, process.argv.slice(2), process.execPath.replace(/.*\//, ''));
  process.stdin.on('data', function (text) { process.stdout.write('in: ' + text); });
  process.stdin.on('end', function () { console.error('ended'); process.exit(6); });
} else {
  var inner = child.follow('inner', cp.spawn(process.execPath, [__filename, 'inner', 'two words', '--flag']));
  inner.stdin.end('some input');
}
