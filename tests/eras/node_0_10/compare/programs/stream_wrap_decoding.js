// wrap() with an encoding decodes on its own account: characters torn apart, and one that never ends.
var events = require('events');
var stream = require('stream');
var StringDecoder = require('string_decoder').StringDecoder;

function old() {
  var emitter = new events.EventEmitter();
  emitter.pause = emitter.resume = function () {};
  return emitter;
}

['utf8', 'hex', 'base64'].forEach(function (encoding) {
  var source = old(), wrapper = new stream.Readable({encoding: encoding}).wrap(source);
  wrapper.on('data', function (chunk) { console.log(encoding, 'data', JSON.stringify(chunk)); });
  wrapper.on('end', function () { console.log(encoding, 'end'); });
  ['c3', 'b161e2', '82', 'ac', 'f09f98'].forEach(function (bytes) { source.emit('data', new Buffer(bytes, 'hex')); });
  source.emit('end');
});

[['utf8', 'c3'], ['ucs2', 'c3'], ['ucs2', ''], ['hex', 'c3'], ['utf8', 'c3b1']].forEach(function (pair) {
  var decoder = new StringDecoder(pair[0]);
  if (pair[1]) decoder.write(new Buffer(pair[1], 'hex'));
  ['text', 'odd'].forEach(function (text) {
    try { console.log(pair, decoder.write(text)); } catch (error) { console.log(pair, String(error)); }
  });
});
