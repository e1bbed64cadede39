// What of a stream is not quite the same: its identity, its fields, the destinations it takes.
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
console.log('keys of a stream: ' + ['readable', '_events', 'domain'].filter(has.bind(null, new stream.Readable())));
console.log('keys of a socket: ' + ['readable', '_events', 'remotePort'].filter(has.bind(null, new net.Socket())));

var plain = {got: '', heard: {}};
plain.on = plain.once = function (name, listener) { plain.heard[name] = listener; };
plain.emit = function (name) { return name in plain.heard; };
plain.listeners = function () { return []; };
plain.removeListener = function () {};
plain.write = function (chunk) { plain.got += chunk; };
plain.end = function () { console.log('a destination that is no emitter: ' + plain.got); };
through.end('piped');
try {
  through.pipe(plain);
} catch (error) {
  console.log('a destination that is no emitter: ' + error.name);
}
