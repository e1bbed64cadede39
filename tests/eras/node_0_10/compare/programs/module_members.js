// What each module lists, in its order, and how its functions are called.
var shape = require('./lib/shape');

('assert child_process crypto dns domain events fs http https net os path punycode querystring readline stream ' +
  'string_decoder timers tls tty url util vm zlib').split(' ').forEach(function (name) {
  console.log(name + ': ' + shape.members(require(name)));
});

var http = require('http');
console.log(require('url'), require('os'), require('querystring'));
console.log([http.createServer.length, http.request.length, http.Server.length, http.ClientRequest.length]);
console.log([require('fs').readFile.length, require('net').connect.length, require('dns').lookup.length]);
console.log(require('url').parse.name, require('events').EventEmitter.name, require('stream').Readable.name);
