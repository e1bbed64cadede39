// A quick source and slow readers: the source is asked only as fast as the slowest takes.
var stream = require('stream');
var s = require('./lib/streams');

var BIG = new Buffer(64 * 1024);
BIG.fill('x');
var made = 0, taken = 0, most = 0, TOTAL = 200;
var source = new stream.Readable({highWaterMark: 64 * 1024});
source._read = function () { this.push(made++ < TOTAL ? BIG : null); };
var slow = new stream.Writable({highWaterMark: 128 * 1024});
slow._write = function (chunk, encoding, callback) {
  taken += chunk.length;
  most = Math.max(most, made * BIG.length - taken);
  setImmediate(callback);
};
source.pipe(new stream.PassThrough()).pipe(slow);
slow.on('finish', function () {
  s.say('taken', taken, 'never more ahead than', most < 10 * BIG.length, most);
  old();
});
function old() {
  var n = 0, ahead = 0, got = 0;
  var fast = new stream.Readable({highWaterMark: 1024});
  fast._read = function (size) { var self = this; process.nextTick(function () { self.push(n++ < 300 ? new Buffer(size) : null); }); };
  fast.on('data', function (data) {
    got += data.length;
    ahead = Math.max(ahead, fast._readableState.length);
    if (n % 10 === 0) { fast.pause(); setImmediate(function () { fast.resume(); }); }
  });
  fast.on('end', function () { s.say('old', got, ahead); });
}
