// push: its return values, '', null, after the end, strings with encodings, chunks that are none.
var stream = require('stream');
var s = require('./lib/streams');

function open(name, options) {
  var r = new stream.Readable(options);
  r._read = function (n) { s.say(name, '_read', n); };
  r.on('error', function (error) { s.say(name, 'error', error); });
  return r;
}
var a = open('a', {highWaterMark: 4});
s.say(a.push('ab'), a.push('cd'), a.push('e'), a._readableState.length);
s.say(a.read(), a.push(''), a.push('xyz1'), a._readableState.length);
s.say(a.push(null), a.push(null), a.push('late'), a.push(''));
s.say(a.read(), a.read());
var b = open('b');
[1, true, {}, [], function () {}, 0, false].forEach(function (chunk) { s.say('b', chunk, b.push(chunk)); });
s.say(b._readableState.length, b._readableState.ended);
var u = open('u');
s.say('undefined', u.push(undefined), u._readableState.length, u._readableState.ended);
s.say('nothing', u.push(), u._readableState.ended);
var c = open('c');
s.say(c.push('c3a9', 'hex'), c.push('w6k=', 'base64'), c.push('\u00e9', 'binary'), c.push('\u00e9', 'utf8'), c.push('ab', 'ucs2'), c.push('\u00e9', 'ascii'));
s.say(c.read());
try { s.say(c.push('x', 'nonsense')); } catch (e) { s.say(e); }
var d = open('d', {encoding: 'hex'});
s.say(d.push('abc'), d.push('ff', 'hex'), d.push(new Buffer('z')), d.read());
var e = open('e', {objectMode: true, highWaterMark: 2});
s.say(e.push(0), e.push(''), e.push(false), e.push({}), e._readableState.length, e.read(), e.read(), e.read(), e.read());
s.say(e.push(undefined), e._readableState.ended, e.push(null), e.push('after'));
var f = open('f', {defaultEncoding: 'hex'});
s.say(f.push('616263'), f.read());
var g = open('g', {highWaterMark: 0});
s.say(g.push('x'), g.push('y'), g.read(1), g.push('z'), g._readableState.highWaterMark);
var shared = new Buffer('same');
var h = open('h');
h.push(shared);
s.say(h.read());
h.push(shared); h.push(shared);
s.say(h.read(4), h.read(2));
s.say(open('i').push.length, stream.Readable.prototype.unshift.length, stream.Readable.prototype.read.length);
