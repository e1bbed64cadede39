// The StringDecoder itself: encodings, names, and what it makes of no Buffer.
var tell = require('./lib/tell');

tell.using({SD: require('string_decoder').StringDecoder}).each([
  'new SD("foo")',
  'new SD("UTF8").encoding',
  'new SD("UCS-2").encoding',
  'new SD("utf-16le").encoding',
  'new SD("utf8").write("abc")',
  'new SD("utf8").write()',
  'new SD("utf8").end("abc")',
  'new SD("base64").write("abc")',
  'new SD(null).encoding',
  'new SD("hex").end(new Buffer("a"))',
  'SD.length'
]);
