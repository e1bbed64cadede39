// Errors of a destination: it is unpiped first; with nobody listening the error is thrown.
var stream = require('stream');
var domain = require('domain');
var s = require('./lib/streams');

function endless() { var r = new stream.Readable(); r._read = function () {}; r.on('error', function (e) { s.say('source error', e); }); return r; }
var source = endless(), heard = new s.Sink('heard');
heard.on('error', function (error) { s.say('heard', error, source._readableState.pipesCount, heard.listeners('error').length); });
heard.on('unpipe', function () { s.say('unpiped'); });
source.pipe(heard);
s.say(heard.listeners('error').length);
heard.emit('error', new Error('of the sink'));
s.say(heard.listeners('error').length, source._readableState.pipesCount, source._readableState.flowing);
var other = new s.Sink('other');
source.pipe(other);
try { other.emit('error', new Error('unheard')); } catch (error) { s.say('thrown', error); }
s.say(other.listeners('error').length, source._readableState.pipesCount);
source.pipe(other);
other.on('error', function (error) { s.say('late listener', error, source._readableState.pipesCount); });
other.emit('error', new Error('heard after all'));
source.pipe(other);
source.emit('error', new Error('of the source'));
s.say('still piped', source._readableState.pipesCount);
var writes = new stream.Writable({highWaterMark: 1});
writes._write = function (chunk, encoding, callback) { s.say('write', chunk); setImmediate(function () { callback(chunk[0] === 66 ? new Error('no B') : null); }); };
var fed = new s.Source(['A', 'B', 'C', 'D'], {});
fed.pipe(writes);
writes.on('error', function (error) {
  s.say('writes', error, fed._readableState.pipesCount, fed._readableState.length);
  fed.on('data', function (data) { s.say('rest', data); });
  fed.on('end', function () { s.say('fed end'); inDomain(); });
});
function inDomain() {
  var d = domain.create();
  d.on('error', function (error) { s.say('domain', error, error.domain === d, error.domainThrown, error.domainEmitter === lost); });
  var lost, src = endless();
  d.run(function () { lost = new s.Sink('lost'); });
  src.pipe(lost);
  lost.emit('error', new Error('in a domain'));
}
s.settle(function last() {
  process.on('uncaughtException', function (error) { s.say('uncaught', error, src._readableState.pipesCount); });
  var src = endless(), dest = new stream.Writable();
  dest._write = function (chunk, encoding, callback) { callback(new Error('at once')); };
  src.pipe(dest);
  src.push('x');
}, 50);
