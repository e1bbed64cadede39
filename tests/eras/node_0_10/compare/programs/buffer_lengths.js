// byteLength in each encoding, with torn and malformed text.
var tell = require('./lib/tell');

tell.using({util: require('util'), Buffer: Buffer, SlowBuffer: require('buffer').SlowBuffer, B: require('buffer')}).each([
  'SlowBuffer.byteLength("é")',
  'Buffer.byteLength("é")',
  'Buffer.byteLength("é","ascii")',
  'Buffer.byteLength("é","binary")',
  'Buffer.byteLength("é","ucs2")',
  'Buffer.byteLength("abc","hex")',
  'Buffer.byteLength("abcd","hex")',
  'Buffer.byteLength("zzzz","hex")',
  'Buffer.byteLength("YWI=","base64")',
  'Buffer.byteLength("YWI","base64")',
  'Buffer.byteLength("Y W\\nI=","base64")',
  'Buffer.byteLength("a","foo")',
  'Buffer.byteLength(1)',
  'Buffer.byteLength()',
  'Buffer.byteLength(new Buffer(3))',
  'Buffer.byteLength("\\ud800")',
  'Buffer.byteLength("\\ud83d\\ude00")',
  'Buffer.byteLength("","base64")',
  'Buffer.byteLength("a","BASE64")',
  'Buffer.byteLength("=","base64")',
  'Buffer.byteLength("====","base64")',
  'Buffer.byteLength("a===","base64")'
]);
