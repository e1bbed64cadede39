// pipe and unpipe: events, listener counts, end: false, unpipe of all, piping again, pipe after the end.
var stream = require('stream');
var s = require('./lib/streams');

function counts(emitter) {
  return ['end', 'readable', 'data', 'error', 'close', 'finish', 'drain', 'unpipe', 'pipe', 'pause', 'resume'].filter(function (event) {
    return emitter.listeners(event).length;
  }).map(function (event) { return event + emitter.listeners(event).length; }).join(' ');
}
function sink(name) {
  var w = new s.Sink(name);
  s.trace(name, w, ['pipe', 'unpipe', 'finish', 'error', 'close']);
  return w;
}
var source = new s.Source(['a', 'b'], {}, true);
var first = sink('first'), second = sink('second');
s.say('before', counts(source), '|', counts(first));
source.pipe(first);
source.pipe(second, {end: false});
s.say('piped', counts(source), '|', counts(first), '|', counts(second));
source.unpipe();
s.say('none', counts(source), '|', counts(first), '|', counts(second), s.fields(source._readableState, ['pipes', 'pipesCount', 'flowing']));
source.unpipe(first);
source.pipe(second, {end: false});
source.on('end', function () {
  s.say('end', counts(source), '|', counts(second));
  setImmediate(function () {
    s.say('after', counts(source), '|', counts(second), second._writableState.ended);
    var third = sink('third');
    source.pipe(third);
    s.say('late', counts(source), '|', counts(third));
    setImmediate(function () {
      s.say('at last', counts(third), third._writableState.finished);
      twice();
    });
  });
});
function twice() {
  var again = new s.Source(['x', 'y'], {}), both = sink('both');
  again.pipe(both);
  again.pipe(both);
  s.say('twice', counts(again), '|', counts(both), again._readableState.pipesCount);
  again.on('end', function () { setImmediate(closes); });
}
function closes() {
  var endless = new stream.Readable(), gone = sink('gone');
  endless._read = function () {};
  endless.pipe(gone);
  gone.emit('close');
  s.say('closed', counts(endless), '|', counts(gone), endless._readableState.pipesCount);
  endless.pipe(gone);
  gone.end();
  setImmediate(function () {
    s.say('ended', counts(endless), '|', counts(gone), endless._readableState.pipesCount);
    endless.push(null);
  });
}
