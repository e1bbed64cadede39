// A child's pipes beyond the third, and a stream of this program as a child's descriptor.
var cp = require('child_process');
var fs = require('fs');
var child = require('./lib/child');
var path = require('os').tmpdir() + '/child_descriptors.' + process.pid;
child.steps([
  function (next) {
    var one = cp.spawn('sh', ['-c', 'read line <&3; echo "got $line"; echo back >&4'], { stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] });
    console.log(one.stdio.length, one.stdio[0], one.stdio[3].readable, one.stdio[3].writable, one.stdio[1] === one.stdout);
    one.stdio[3].write('by three\n');
    one.stdio[4].on('data', function (data) { console.log('four', String(data)); });
    child.follow('pipes', one, next);
  },
  function (next) {
    var file = fs.openSync(path, 'w');
    child.follow('file', cp.spawn('sh', ['-c', 'echo into the file'], { stdio: [null, file, 'pipe'] }), function () {
      fs.closeSync(file);
      console.log(fs.readFileSync(path, 'utf8'));
      fs.unlinkSync(path);
      next();
    });
  },
  function (next) {
    var stream = fs.createWriteStream(path);
    stream.on('open', function () {
      child.follow('stream', cp.spawn('sh', ['-c', 'echo by a stream'], { stdio: ['ignore', stream, 'ignore'] }), function () {
        console.log(fs.readFileSync(path, 'utf8'));
        fs.unlinkSync(path);
        stream.end();
        next();
      });
    });
  },
]);
