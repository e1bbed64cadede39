// PassThrough: order of reading and writing, pipes through several, ends, objects, zero length.
var stream = require('stream');
var s = require('./lib/streams');

var a = new stream.PassThrough();
s.say(a.write('one '), a.write(new Buffer('two')), a.read(), a.read());
s.trace('a', a, ['readable', 'end', 'finish']);
s.say(a.write('three'), a.read(2), a.read(), a.end('four'), a.read());
s.say(s.fields(a._readableState, ['length', 'ended', 'endEmitted']), a.readable, a.writable);
var b = new stream.PassThrough({highWaterMark: 4}), c = new stream.PassThrough({highWaterMark: 2}), d = new s.Sink('d', {highWaterMark: 3}, true);
b.pipe(c).pipe(d);
s.trace('b', b, ['drain', 'finish', 'end']);
s.trace('c', c, ['drain', 'finish', 'end']);
d.on('finish', function () { s.say('d finish'); more(); });
for (var i = 0; i < 5; i++) s.say('b write', i, b.write('chunk' + i));
b.end();
function more() {
  var empty = new stream.PassThrough();
  s.trace('empty', empty, ['readable', 'end', 'finish']);
  s.say(empty.write(''), empty.write(new Buffer(0)), empty.read());
  empty.end();
  var text = new stream.PassThrough({encoding: 'utf8'});
  text.write(new Buffer([0xe2, 0x82]));
  s.say(text.read());
  text.end(new Buffer([0xac, 0x21]));
  s.say(text.read());
  text.on('end', function () { s.say('text end'); flowing(); });
  text.read(0);
}
function flowing() {
  var f = new stream.PassThrough();
  f.on('data', function (data) { s.say('f', data); });
  f.on('end', function () { s.say('f end'); });
  s.say(f.write('1'), f.write('2'));
  f.pause();
  s.say(f.write('3'), f.write('4'));
  s.settle(function () { f.resume(); f.end('5'); }, 5);
}
