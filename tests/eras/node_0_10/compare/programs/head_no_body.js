// HEAD requests and the statuses that have no body, whatever the program writes.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var status = parseInt(req.url.slice(1), 10);
  if (/implicit/.test(req.url)) res.statusCode = status;
  else if (/length/.test(req.url)) res.writeHead(status, {'Content-Length': 5});
  else res.writeHead(status, {'X-A': 'b'});
  if (/write/.test(req.url)) wire.log('server', req.method, req.url, 'write', res.write('hello'));
  if (/bare/.test(req.url)) wire.log('server', req.method, req.url, 'end', res.end());
  else wire.log('server', req.method, req.url, 'end', res.end('hello'));
});
var tail = ' HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
wire.askAll(server, ['HEAD /200', 'HEAD /200/implicit', 'HEAD /200/length', 'HEAD /200/write', 'HEAD /200/bare',
  'HEAD /200/implicit/bare', 'GET /204', 'GET /204/implicit', 'GET /204/length', 'GET /204/write', 'GET /204/bare',
  'GET /304', 'GET /304/implicit', 'GET /304/length', 'GET /304/write', 'GET /304/bare', 'HEAD /304', 'GET /100/bare',
  'GET /205', 'GET /205/bare'
].map(function (line) { return line + tail; }));
