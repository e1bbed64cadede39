// What a response answers to calls that come too late, too often or with nonsense.
var http = require('http');
var wire = require('./lib/wire');

function attempt(name, call) {
  try {
    wire.log('server', name, 'returned', String(call()));
  } catch (error) {
    wire.log('server', name, 'threw', error.name, error.message, String(error.code));
  }
}
var server = http.createServer(function (req, res) {
  res.on('error', function (error) { wire.log('server', 'error event', error.message); });
  attempt('getHeader of none', function () { return res.getHeader('X'); });
  attempt('setHeader()', function () { return res.setHeader(); });
  attempt('setHeader(x)', function () { return res.setHeader('x'); });
  attempt('setHeader', function () { return res.setHeader('X-A', 'b'); });
  attempt('getHeader', function () { return res.getHeader('x-a'); });
  attempt('getHeader()', function () { return res.getHeader(); });
  attempt('removeHeader()', function () { return res.removeHeader(); });
  attempt('removeHeader of none', function () { return res.removeHeader('nothing'); });
  attempt('headersSent', function () { return res.headersSent; });
  attempt('write number', function () { return res.write(7); });
  attempt('write null', function () { return res.write(null); });
  attempt('write nothing', function () { return res.write(); });
  attempt('headersSent', function () { return res.headersSent; });
  attempt('statusCode', function () { return res.statusCode; });
  attempt('setHeader', function () { return res.setHeader('X-B', 'b'); });
  attempt('getHeader', function () { return res.getHeader('x-a'); });
  attempt('removeHeader', function () { return res.removeHeader('X-A'); });
  attempt('write', function () { return res.write('body'); });
  attempt('writeHead', function () { return res.writeHead(500); });
  attempt('write empty', function () { return res.write(''); });
  attempt('end number', function () { return res.end(7); });
  attempt('end', function () { return res.end('!'); });
  attempt('end again', function () { return res.end('more'); });
  attempt('write after end', function () { return res.write('late'); });
  attempt('writeHead after end', function () { return res.writeHead(200); });
  attempt('addTrailers after end', function () { return res.addTrailers({a: 'b'}); });
});
wire.askAll(server, ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n']);
