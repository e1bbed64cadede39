// Text of every kind through the core and back.
var kinds = ['plain', 'caf\u00e9', '\u4e16\u754c', '\ud83d\ude00 astral', 'nul\u0000inside', '\u2028\u2029', ''];
['utf8', 'ucs2', 'binary', 'ascii', 'base64', 'hex'].forEach(function (encoding) {
  console.log(encoding, kinds.map(function (text) { return JSON.stringify(new Buffer(text, 'utf8').toString(encoding)); }).join(' '));
});
var StringDecoder = require('string_decoder').StringDecoder;
var decoder = new StringDecoder('utf8');
var bytes = new Buffer('\u20ac\u4e16\ud83d\ude00');
var out = '';
for (var i = 0; i < bytes.length; i++) out += decoder.write(bytes.slice(i, i + 1)) + '|';
console.log(JSON.stringify(out), JSON.stringify(decoder.end()));
console.log(escape('\u00e9 \u4e16'), unescape('%u4E16%E9'), encodeURIComponent('\u00e9&=\ud83d\ude00'), encodeURI('a b\u00e9?x=1'));
console.log(require('querystring').stringify({ a: 'caf\u00e9', b: ['1', '2'], c: '' }), require('querystring').parse('a=1&b=%C3%A9&a=2&c'));
