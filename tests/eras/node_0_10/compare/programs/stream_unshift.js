// unshift: before data, between, empty, with a decoder, in object mode, at and after the end.
var stream = require('stream');
var s = require('./lib/streams');

function open(name, options) {
  var r = new stream.Readable(options);
  r._read = function () {};
  r.on('error', function (error) { s.say(name, 'error', error); });
  return r;
}
var a = open('a', {highWaterMark: 5});
s.say(a.unshift(new Buffer('first')), a.push('second'), a.unshift(new Buffer('zero ')), a.read());
s.say(a.unshift(new Buffer('')), a.unshift(''), a._readableState.length, a.unshift('text'), a.read());
s.say(a.unshift(7), a.unshift({}), a._readableState.length);
var b = open('b', {encoding: 'utf8'});
b.push('\u20ac');
s.say(b.unshift('\u00e9'), b.unshift(new Buffer('\u00e8')), b.read(), b._readableState.length);
var o = open('o', {objectMode: true});
s.say(o.push(2), o.unshift(1), o.unshift({zero: 0}), o.read(), o.read(), o.read(), o.read());
var p = new s.Source(['Head: x\r\n', 'More: y\r\n\r\nbo', 'dy'], {});
var head = '';
p.on('readable', function onReadable() {
  var chunk;
  while ((chunk = p.read()) !== null) {
    head += chunk;
    var at = head.indexOf('\r\n\r\n');
    if (at < 0) continue;
    p.removeListener('readable', onReadable);
    s.say('head', JSON.stringify(head.slice(0, at)));
    var rest = new Buffer(head.slice(at + 4));
    s.say('unshift', p.unshift(rest), p._readableState.length);
    p.on('data', function (data) { s.say('body', data); });
    return;
  }
});
p.on('end', function () {
  s.say('end', p.listeners('readable').length);
  s.say(p.unshift(new Buffer('after')), p._readableState.length);
});
p.on('error', function (error) { s.say('p error', error); });
var q = open('q');
q.push('data');
q.push(null);
s.say(q.read(), q.unshift(new Buffer('again')), s.fields(q._readableState, ['ended', 'endEmitted', 'length']));
q.on('end', function () { s.say('q end', q.read()); });
s.settle(function () { s.say(q.read(), q.read()); }, 10);
s.settle(function () { s.say('unshift null', q.unshift(null)); }, 20);
