// Destinations that leave a pipe while a chunk is being written to each of them: who gets it, who misses it.
var stream = require('stream');

function trial(label, count, leave) {
  var source = new stream.Readable({highWaterMark: 1}), left = ['1', '2', '3', null], log = [], sinks = [];
  source._read = function () { this.push(left.shift()); };
  for (var i = 0; i < count; i++) add(i);

  function add(i) {
    var sink = new stream.Writable();
    sink._write = function (chunk, encoding, callback) {
      log.push(i + ':' + chunk);
      if (log.length <= count) leave(source, sinks, i);
      callback();
    };
    sinks.push(sink);
    source.pipe(sink);
  }

  process.on('exit', function () {
    var state = source._readableState;
    console.log(label, count, log.join(' '), state.pipesCount, state.pipes, state.flowing);
  });
}

[1, 2, 3, 4].forEach(function (count) {
  for (var at = 0; at < count; at++) (function (at) {
    function here(label, action) {
      trial(label + ' at ' + at, count, function (source, sinks, i) { if (i === at) action(source, sinks); });
    }
    here('itself', function (source, sinks) { source.unpipe(sinks[at]); });
    here('all', function (source) { source.unpipe(); });
    here('the one before', function (source, sinks) { if (at) source.unpipe(sinks[at - 1]); });
    here('the others', function (source, sinks) {
      sinks.forEach(function (sink, i) { if (i !== at) source.unpipe(sink); });
    });
    here('to the end', function (source, sinks) { source.unpipe(sinks[at]); source.pipe(sinks[at]); });
  })(at);
});
