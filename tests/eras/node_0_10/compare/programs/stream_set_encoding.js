// setEncoding: characters split between chunks, lengths, buffered data, several times, none.
var stream = require('stream');
var s = require('./lib/streams');

function bytes(text) {
  var all = new Buffer(text), chunks = [];
  for (var i = 0; i < all.length; i++) chunks.push(all.slice(i, i + 1));
  return chunks;
}
function collect(name, source, done) {
  var got = [];
  source.on('readable', function () { var c; while ((c = source.read()) !== null) got.push(c); });
  source.on('end', function () { s.say(name, JSON.stringify(got), got.map(function (c) { return typeof c; }).join()); done && done(); });
}
['utf8', 'ucs2', 'base64', 'hex', 'ascii', 'binary', 'utf-8', 'UTF8', null].forEach(function (encoding) {
  var source = new s.Source(bytes('h\u00e9\u20ac\ud83d\ude00z'), {});
  try { s.say('setEncoding', encoding, source.setEncoding(encoding), source._readableState.encoding); } catch (e) { s.say(e); return; }
  collect(String(encoding), source);
});
try { new stream.Readable().setEncoding('nonsense'); } catch (e) { s.say(e); }
try { new stream.Readable({encoding: 'nonsense'}); } catch (e) { s.say(e); }
var cut = new s.Source([new Buffer([0xe2, 0x82])], {encoding: 'utf8'});
collect('cut', cut);
var b64 = new s.Source([new Buffer('a'), new Buffer('bc'), new Buffer('d')], {encoding: 'base64'}, true);
collect('base64 later', b64);
var r = new stream.Readable();
r._read = function () {};
r.push('\u20ac'); r.push('uro');
s.say(r._readableState.length, r.setEncoding('utf8'), r._readableState.length, r.read(1), r.read());
r.push(new Buffer([0xc3]));
s.say(r._readableState.length, r.read(), r.push(new Buffer([0xa9])), r.read());
r.setEncoding('hex');
r.push('ab');
s.say(r.read(), r._readableState.decoder !== null, r._readableState.encoding);
var flow = new s.Source(bytes('\u20ac\u20ac'), {highWaterMark: 1});
flow.setEncoding('utf8');
flow.on('data', function (text) { s.say('flow', text, text.length); });
flow.on('end', function () { s.say('flow end'); });
var twice = new s.Source(['ab', 'cd'], {});
twice.setEncoding('utf8');
twice.on('data', function (d) { s.say('twice', typeof d, d); twice.setEncoding('hex'); });
