// Trailers that a server sends: only in a chunked response, in the order and case given.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  if (req.url === '/length') res.writeHead(200, {'Content-Length': 4});
  else res.writeHead(200, {'Trailer': 'X-Sum'});
  res.write('body');
  if (req.url === '/pairs') res.addTrailers([['X-Sum', '1'], ['X-Sum', '2']]);
  else res.addTrailers({'X-Sum': 'abc', 'x-other': 7});
  if (req.url === '/twice') res.addTrailers({'X-Last': 'z'});
  res.end();
});
wire.askAll(server, ['/ HTTP/1.1', '/ HTTP/1.0', '/length HTTP/1.1', '/pairs HTTP/1.1', '/twice HTTP/1.1'
].map(function (path) {
  return 'GET ' + path + '\r\nConnection: close\r\n\r\n';
}));
