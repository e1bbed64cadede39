// The properties of streams, their states and their prototypes.
var stream = require('stream');
var util = require('util');
var shape = require('./lib/shape');

console.log(Object.keys(stream), stream.name, stream.length);
shape.own('Stream', new stream());
['Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'].forEach(function (name) {
  var one = new stream[name]();
  shape.own(name, one);
  shape.prototypes(one);
  ['_readableState', '_writableState', '_transformState'].forEach(function (state) {
    if (one[state]) shape.own(state + ' of ' + one[state].constructor.name, one[state]);
  });
});
shape.own('options', new stream.Duplex({allowHalfOpen: false, readable: false, objectMode: true, decodeStrings: false}));

function Words(options) {
  this.count = 0;
  this.readable = 'is lost';
  stream.Readable.call(this, options);
  this.words = ['a', 'b'];
}
util.inherits(Words, stream.Readable);
Words.prototype._read = function () { this.push(this.words.length ? this.words.shift() : null); };
var words = new Words({highWaterMark: 3, encoding: 'utf8'});
shape.own('Words', words);
console.log(words instanceof stream.Readable, words.constructor.name, Object.keys(Words.prototype), words.readable);
words.readable = false;
console.log(words.readable, Object.keys(words)[1]);
words.setEncoding = function () { return 'mine'; };
console.log(Object.keys(words).pop(), words.setEncoding());
delete words.setEncoding;
console.log(Object.keys(words).pop(), typeof words.setEncoding);

function Upper() {
  if (!(this instanceof Upper)) return new Upper();
  stream.Transform.call(this, {decodeStrings: false});
}
util.inherits(Upper, stream.Transform);
Upper.prototype._transform = function (chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); };
var upper = Upper();
console.log(Object.keys(upper));
upper.write('x');
console.log(upper._readableState.buffer, upper._readableState.length, upper._transformState);
upper.on('end', function () { console.log('ended', upper.readable, upper._readableState.endEmitted); });
upper.end('y');
console.log(upper.read());
upper.resume();

function Old() {
  stream.call(this);
  this.writable = true;
}
util.inherits(Old, stream);
Old.prototype.write = function () {};
shape.own('Old', new Old());
console.log(JSON.stringify(new Old()));
