// Responses without a body, on connections that could have stayed open.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var status = parseInt(req.url.slice(1), 10);
  res.writeHead(status);
  res.end(/body/.test(req.url) ? 'hello' : undefined);
});
var last = 'GET /200 HTTP/1.1\r\nConnection: close\r\n\r\n';
wire.askAll(server, ['HEAD /200', 'HEAD /200/body', 'GET /204', 'GET /204/body', 'GET /304', 'GET /304/body', 'HEAD /204'
].map(function (line) { return line + ' HTTP/1.1\r\nHost: a\r\n\r\n' + last; }));
