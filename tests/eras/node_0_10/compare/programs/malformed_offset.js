// The parse error says how many bytes of the packet were parsed.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) { res.end(); });
server.on('clientError', function (error) { wire.log('server', error.code, error.bytesParsed); });
wire.askAll(server, [
  'rubbish\r\n\r\n',
  'GET / HTTP/x.1\r\n\r\n',
  'GET / HTTP/1.1\r\nContent-Length: abc\r\n\r\n',
  'GET / HTTP/1.1\r\nA@b: x\r\nConnection: close\r\n\r\n'
]);
