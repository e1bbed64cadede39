// HEAD, 204, 304 and 1xx with bodies, lengths and encodings that somebody set all the same.
var http = require('http');
var wire = require('./lib/wire');

var answers = [
  function (res) { res.writeHead(204); res.end('body'); },
  function (res) { res.statusCode = 204; res.write('body'); res.end(); },
  function (res) { res.writeHead(204, {'Content-Length': 4}); res.end('body'); },
  function (res) { res.writeHead(304, {'Transfer-Encoding': 'chunked'}); res.end('body'); },
  function (res) { res.writeHead(304, {'Content-Length': 10}); res.end(); },
  function (res) { res.statusCode = 304; res.setHeader('ETag', '"x"'); res.end('body'); },
  function (res) { res.writeHead(200, {'Content-Length': 4}); res.end('body'); },
  function (res) { res.writeHead(200, {'Transfer-Encoding': 'chunked'}); res.write('body'); res.end('!'); },
  function (res) { res.write('body'); res.addTrailers({'X-T': 't'}); res.end(); },
  function (res) { res.end(); },
  function (res) { res.writeHead(205); res.end('body'); }
];
var at;
var server = http.createServer(function (req, res) { answers[at](res); wire.log('server', at, res._hasBody, res.shouldKeepAlive); });
var list = [];
answers.forEach(function (answer, i) { ['GET', 'HEAD'].forEach(function (method) { if (i !== 7 || method === 'GET') list.push([i, method]); }); });
server.listen(0, '127.0.0.1', function next() {
  var c = list.shift();
  if (!c) return server.close();
  at = c[0];
  wire.ask(server.address().port, c[1] + ' / HTTP/1.1\r\nConnection: close\r\n\r\n', function (got) {
    wire.log('wire', '--', c[1], answers[c[0]].toString().slice(16, -2));
    wire.show(got).forEach(function (line) { wire.log('wire', line); });
    next();
  });
});
