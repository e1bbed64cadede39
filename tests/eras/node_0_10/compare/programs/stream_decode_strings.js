// decodeStrings, defaultEncoding and the encoding that _write hears of.
var stream = require('stream');
var s = require('./lib/streams');

[{}, {decodeStrings: false}, {decodeStrings: true}, {decodeStrings: null}, {decodeStrings: 0}, {decodeStrings: false, defaultEncoding: 'hex'}, {defaultEncoding: 'hex'}, {objectMode: true}].forEach(function (options) {
  var w = new stream.Writable(options);
  s.say('--', options, s.fields(w._writableState, ['decodeStrings', 'defaultEncoding', 'objectMode']));
  w._write = function (chunk, encoding, callback) { s.say(typeof chunk, chunk, encoding, w._writableState.length); callback(); };
  w.write('6162');
  w.write('\u20ac', 'utf8');
  w.write('\u00e9', 'binary');
  w.write('6162', 'hex');
  w.write('YWI=', 'base64');
  w.write('ab', 'ucs2');
  w.write('AB', 'UTF-8');
  w.write(new Buffer('buffer'));
  w.write(new Buffer('buffer'), 'hex');
  w.end('end', 'ascii');
});
var t = new stream.Transform({decodeStrings: false});
t._transform = function (chunk, encoding, callback) { s.say('transform', chunk, encoding); callback(null, chunk + '!'); };
t.write('abc');
t.end('\u00e9', 'binary');
t.on('readable', function () { s.say(t.read()); });
