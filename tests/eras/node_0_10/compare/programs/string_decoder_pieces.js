// Malformed and torn text, decoded at once and in pieces drawn by lot.
var StringDecoder = require('string_decoder').StringDecoder;

var seed = 99;
function drawn(below) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >>> 8) % below;
}

function escaped(text) {
  return text.replace(/[^\x20-\x7e]/g, function (unit) { return '\\u' + ('000' + unit.charCodeAt(0).toString(16)).slice(-4); });
}

var BYTES = [0x80, 0xbf, 0xa0, 0x90, 0x9f, 0x8f, 0xc0, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xf8, 0xfc, 0xff, 0x61, 0];

['utf8', 'base64', 'ascii', 'binary', 'hex'].forEach(function (encoding) {
  for (var round = 0; round < 120; round++) {
    var bytes = new Buffer(1 + drawn(9));
    for (var i = 0; i < bytes.length; i++) bytes[i] = BYTES[drawn(BYTES.length)];
    var decoder = new StringDecoder(encoding);
    var pieces = [];
    for (var at = 0; at < bytes.length;) {
      var size = 1 + drawn(3);
      pieces.push(escaped(decoder.write(bytes.slice(at, at + size))));
      at += size;
    }
    console.log(encoding, bytes.toString('hex'), escaped(bytes.toString(encoding)), pieces.join('|'), escaped(decoder.end()));
  }
});

['eda080', 'eda0bdedb880', 'edb880eda0bd', 'c080', 'e08080', 'f0808080', 'f4908080', 'f7bfbfbf', 'f888808080', 'efbfbf', 'efbbbf61',
  'f48fbfbf', 'ed9fbf', 'c3c3a9', 'f09ff09f9880', 'eda080eda080'
].forEach(function (hex) {
  var bytes = new Buffer(hex, 'hex');
  var decoder = new StringDecoder('utf8');
  var single = '';
  for (var i = 0; i < bytes.length; i++) single += escaped(decoder.write(bytes.slice(i, i + 1))) + '|';
  console.log(hex, escaped(bytes.toString()), single, escaped(decoder.end()));
});

console.log(['a\ud800b', '\udc00', '\ud83d\ude00', '\ud83d\ud83d\ude00'].map(function (text) { return new Buffer(text).toString('hex'); }).join(' '));
