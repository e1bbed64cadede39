// Object mode on both sides: any value but null, read(n), pipes, strings and buffers left alone.
var stream = require('stream');
var s = require('./lib/streams');

var parse = new stream.Transform({objectMode: true});
parse._transform = function (line, encoding, callback) {
  s.say('in', line, typeof line, encoding);
  try { this.push(JSON.parse(line)); callback(); } catch (e) { callback(new Error('bad line')); }
};
parse.on('error', function (error) { s.say('parse error', error); });
var sum = new stream.Writable({objectMode: true, highWaterMark: 2});
sum._write = function (object, encoding, callback) { s.say('out', object, encoding); setImmediate(callback); };
sum.on('finish', function () { s.say('sum finish'); second(); });
parse.pipe(sum);
s.say(parse.write('{"a": 1}'), parse.write('[1, 2]', 'ascii'), parse.write(new Buffer('"text"')), parse.write('3'), parse.write('false'));
parse.end('"last"');
function second() {
  var shared = {n: 1};
  var pass = new stream.PassThrough({objectMode: true});
  pass.write(shared); pass.write(0); pass.write(''); pass.write(false);
  s.say(pass.read() === shared, pass.read(), pass.read() === '', pass.read(), pass.read());
  pass.write(undefined);
  s.say(pass.read(), s.fields(pass._readableState, ['length', 'ended']));
  pass.on('data', function (value) { s.say('data', value, typeof value); });
  pass.on('end', function () { s.say('pass end'); third(); });
  pass.write([]); pass.write(new Date(0)); pass.write(/x/); pass.write(new Buffer('buffer')); pass.write(NaN);
  pass.end({last: true});
}
function third() {
  var r = new stream.Readable({objectMode: true, encoding: 'utf8'});
  r._read = function () {};
  r.push(new Buffer('\u20ac')); r.push('text'); r.push({});
  s.say(r.read(), r.read(), r.read());
  var w = new stream.Writable({objectMode: true});
  w._write = function (chunk, encoding, callback) { s.say('w', chunk, encoding); callback(); };
  w.write('string'); w.write('hex', 'hex'); w.write(new Buffer('b'), 'utf8'); w.write(1);
  try { w.write(null); } catch (error) { s.say(error); }
  var mixed = new stream.Duplex({objectMode: true});
  s.say(mixed._readableState.objectMode, mixed._writableState.objectMode);
}
