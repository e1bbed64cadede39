// What becomes of output that nobody reads: it goes once the child has ended, unless somebody had begun to read.
var spawn = require('child_process').spawn;

var READERS = {
  'nobody': function () {},
  'paused': function (stream) { stream.pause(); },
  'heard and paused': function (stream) {
    stream.on('data', function (data) { console.log('heard:', String(data)); });
    stream.pause();
  },
  'read too early': function (stream) { console.log(stream.read()); },
  'with an encoding': function (stream) { stream.setEncoding('utf8'); },
  'resumed': function (stream) { stream.resume(); },
  'heard at its end': function (stream) { stream.on('end', function () { console.log('end'); }); },
};

(function next(names) {
  if (!names.length) return;
  var name = names[0];
  var child = spawn('echo', ['hello']);
  READERS[name](child.stdout);
  child.on('close', function (code, signal) { console.log(name + ': close', code, signal); });
  child.on('exit', function () {
    setTimeout(function () {
      console.log(name + ': late reader');
      child.stdout.on('data', function (data) { console.log('late:', String(data)); });
      child.stdout.resume();
      setTimeout(next, 20, names.slice(1));
    }, 40);
  });
})(Object.keys(READERS));
