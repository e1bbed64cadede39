// What of a stream is not quite the same: its identity, its fields, the destinations it takes.
var crypto = require('crypto');
var net = require('net');
var stream = require('stream');

var buffer = new Buffer('abc');
var through = new stream.PassThrough();
through.write(buffer);
var read = through.read();
console.log('a Buffer read: ' + (read === buffer) + ' ' + read);
var sink = new stream.Writable();
sink._write = function (chunk, encoding, done) { console.log('a Buffer written: ' + (chunk === buffer)); done(); };
sink.write(buffer);
var objects = new stream.PassThrough({objectMode: true});
var object = {};
objects.write(object);
console.log('an object read: ' + (objects.read() === object));

console.log('write of a Duplex: ' + (stream.Duplex.prototype.write === stream.Writable.prototype.write));
function has(object, name) { return Object.keys(object).indexOf(name) >= 0; }
console.log('keys of a hash: ' + ['_binding', 'writable'].filter(has.bind(null, crypto.createHash('md5'))));
console.log('a member inside a socket: ' + ('_getpeername' in new net.Socket()));
console.log('listeners of a new socket: ' + Object.keys(new net.Socket()._events));
