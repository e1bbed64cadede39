// Every event of both ends of an encrypted connection, in order, with what is known at each.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function trace(side, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) {
      wire.log(side, event, arguments.length, typeof value === 'boolean' ? value : typeof value);
    });
  });
}
var STREAM = ['secure', 'secureConnect', 'connect', 'end', 'finish', 'close', 'error', 'drain', 'timeout'];

var server = pems.serve(pems.options('server'), function (stream) {
  trace('server stream', stream, STREAM);
  wire.log('server', 'secureConnection', stream.authorized, String(stream.authorizationError), String(stream.servername),
    String(stream.npnProtocol), stream.readable, stream.writable, stream instanceof require('stream').Duplex,
    stream instanceof require('net').Socket, stream instanceof require('events').EventEmitter,
    stream.encrypted === stream.pair.encrypted,
    stream.pair.cleartext === stream);
  stream.setEncoding('utf8');
  stream.on('data', function (text) {
    wire.log('server', 'data', text, typeof stream.bytesWritten);
    wire.log('server', 'write', stream.write('hello '), stream.end('back\n') === undefined);
  });
}, function (port) {
  var client = tls.connect({port: port, host: '127.0.0.1', ca: [pems.ca], servername: 'localhost'}, function () {
    wire.log('client', 'secureConnect', this === client, client.authorized, String(client.authorizationError),
      String(client.npnProtocol), String(client.servername), client.encrypted === client.pair.encrypted);
    wire.log('client', 'write', client.write('ping'));
  });
  trace('client stream', client, STREAM);
  wire.log('client', 'before', client.readable, client.writable, client.authorized, String(client.authorizationError),
    client.remoteAddress === undefined, !client.getCipher(), client.bytesWritten);
  var got = '';
  client.setEncoding('utf8');
  client.on('data', function (text) { got += text; });
  client.on('end', function () { wire.log('client', 'got', got); });
  client.on('close', function () {
    wire.log('client', 'after', client.readable, client.writable, client.authorized, String(client.getCipher()),
      client.getPeerCertificate() === null);
    server.close();
  });
});
trace('server', server, ['listening', 'connection', 'clientError', 'close', 'error']);
