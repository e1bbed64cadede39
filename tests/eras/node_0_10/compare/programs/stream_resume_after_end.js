// Old mode after the end: pausing and resuming go on being said, and the state goes on changing.
var stream = require('stream');
var source = new stream.Readable({highWaterMark: 10});
source._read = function () { var self = this; process.nextTick(function () { self.push(null); }); };
['end', 'pause', 'resume', 'readable'].forEach(function (event) {
  source.on(event, function () { show(event); });
});
function show(what) {
  var state = source._readableState;
  console.log(what, state.needReadable, state.emittedReadable, state.calledRead, state.reading, source.readable);
}
source.pause();
source.once('resume', function () { source.resume(); });
source.once('resume', function () { console.log('once, or twice'); });
var steps = ['resume', 'resume', 'pause', 'resume', 'pause', 'pause', 'resume'];
(function next() {
  if (!steps.length) return;
  source[steps[0]]();
  show('after ' + steps.shift());
  setImmediate(next);
})();
