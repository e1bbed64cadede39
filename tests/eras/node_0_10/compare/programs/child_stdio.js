// The option stdio.
var spawn = require('child_process').spawn;
var fs = require('fs');
var child = require('./lib/child');
var scratch = require('./lib/scratch');
function kinds(c) { return c.stdio.map(function (s) { return s && 'stream'; }).join(); }
child.steps([
  function (next) { console.log(kinds(child.follow('ignore', spawn('sh', ['-c', 'echo lost; cat'], { stdio: 'ignore' }), next))); },
  function (next) { 
    var c = child.follow('inherit', spawn('sh', ['-c', 'echo to our stdout'], { stdio: 'inherit' }), function () {
      console.log(kinds(c));
      next();
    });
  },
  function (next) {
    var out = fs.openSync(scratch.at('out'), 'w');
    var err = fs.openSync(scratch.at('err'), 'w');
    child.follow('numbers', spawn('sh', ['-c', 'echo a; echo b >&2'], { stdio: ['ignore', out, err] }), function () {
      console.log(fs.readFileSync(scratch.at('out'), 'utf8'), fs.readFileSync(scratch.at('err'), 'utf8'));
      next();
    });
  },
  function (next) {
    var c = child.follow('more', spawn('sh', ['-c', 'echo three >&3'], { stdio: [null, undefined, 'pipe', 'pipe'] }), next);
    console.log(kinds(c));
    var text = '';
    c.stdio[3].on('data', function (piece) { text += piece; }).on('end', function () { console.log('3:', text); });
  },
  function (next) {
    var fd = fs.openSync(scratch.file('in', 'from a file'), 'r');
    child.follow('input', spawn('cat', [], { stdio: [fd, 'pipe', 2] }), next);
  },
  function (next) {
    var stream = fs.createWriteStream(scratch.at('stream'));
    stream.on('open', function () {
      child.follow('stream', spawn('echo', ['x'], { stdio: ['ignore', stream, 'ignore'] }), function () {
        console.log(fs.readFileSync(scratch.at('stream'), 'utf8'));
        next();
      });
    });
  },
]);
