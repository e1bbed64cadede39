// writeHead with an object, an array of pairs, a reason, beside setHeader.
var http = require('http');
var wire = require('./lib/wire');

var cases = {
  '/none': function (res) { res.writeHead(200); },
  '/object': function (res) { res.writeHead(200, {'Content-Type': 'text/plain', 'x-Lower': 'a', 'X-Number': 7}); },
  '/pairs': function (res) { res.writeHead(200, [['Content-Type', 'text/plain'], ['X-A', '1'], ['X-A', '2']]); },
  '/reason': function (res) { res.writeHead(200, 'Fine', {'X-A': 'b'}); },
  '/reason-only': function (res) { res.writeHead(404, 'Nope'); },
  '/array-value': function (res) { res.writeHead(200, {'Set-Cookie': ['a=1', 'b=2'], 'X-List': ['p', 'q']}); },
  '/both': function (res) { res.setHeader('X-Set', 's'); res.writeHead(200, {'X-Given': 'g'}); },
  '/replace': function (res) { res.setHeader('X-One', 'old'); res.setHeader('X-Two', '2');
    res.writeHead(200, {'x-one': 'new'}); },
  '/both-pairs': function (res) { res.setHeader('X-Set', 's'); res.writeHead(200, [['X-P', '1'], ['X-P', '2']]); },
  '/length': function (res) { res.writeHead(200, {'Content-Length': 5}); },
  '/length-set': function (res) { res.setHeader('content-length', '5'); res.writeHead(200); },
  '/chunked': function (res) { res.writeHead(200, {'Transfer-Encoding': 'chunked'}); },
  '/identity': function (res) { res.writeHead(200, {'Transfer-Encoding': 'identity'}); },
  '/date': function (res) { res.writeHead(200, {'date': 'yesterday'}); },
  '/connection': function (res) { res.writeHead(200, {'Connection': 'close'}); },
  '/keep-alive': function (res) { res.writeHead(200, {'Connection': 'keep-alive'}); },
  '/everything': function (res) { res.writeHead(200, {'connection': 'close', 'content-length': 5, 'Date': 'now',
    'Server': 'me'}); },
  '/status-then-head': function (res) { res.statusCode = 201; res.writeHead(202); }
};
var server = http.createServer(function (req, res) {
  cases[req.url](res);
  res.end('hello');
});
wire.askAll(server, Object.keys(cases).map(function (path) {
  if (path === '/keep-alive') return 'GET /keep-alive HTTP/1.1\r\n\r\nGET /connection HTTP/1.1\r\n\r\n';
  return 'GET ' + path + ' HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
}));
