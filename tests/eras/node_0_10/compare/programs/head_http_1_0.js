// Clients of HTTP/1.0, with and without keep-alive, with and without a known length.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.url, req.httpVersion, req.headers);
  if (req.url === '/length') res.writeHead(200, {'Content-Length': 5});
  if (req.url === '/head') res.writeHead(200, {'Content-Type': 'text/plain'});
  if (req.url === '/close') res.setHeader('Connection', 'close');
  if (req.url === '/keep') res.setHeader('Connection', 'keep-alive');
  if (req.url === '/chunked') res.setHeader('Transfer-Encoding', 'chunked');
  if (req.url === '/write') res.write('he');
  if (req.url === '/empty') return res.end();
  res.end('hello');
});
var requests = [];
['/', '/length', '/head', '/write', '/close', '/keep', '/chunked', '/empty'].forEach(function (path) {
  requests.push('GET ' + path + ' HTTP/1.0\r\n\r\n');
  requests.push('GET ' + path + ' HTTP/1.0\r\nConnection: keep-alive\r\n\r\n' +
                'GET /length HTTP/1.0\r\nConnection: close\r\n\r\n');
});
wire.askAll(server, requests);
