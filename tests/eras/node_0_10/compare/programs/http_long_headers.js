// Heads of almost 80 KiB and of more, on either side; how many headers count; very long request lines.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function times(text, n) { return new Array(n + 1).join(text); }
var server = http.createServer(function (req, res) {
  wire.log('server', req.url.length, Object.keys(req.headers).length, (req.headers['x-long'] || '').length);
  res.end('ok');
});
server.on('clientError', function (error, socket) { wire.log('server', 'clientError', error.message, error.code, socket instanceof net.Socket); });
var requests = {
  '70 KiB header': 'GET / HTTP/1.1\r\nConnection: close\r\nX-Long: ' + times('x', 70 * 1024) + '\r\n\r\n',
  '79 KiB header': 'GET / HTTP/1.1\r\nConnection: close\r\nX-Long: ' + times('x', 79 * 1024) + '\r\n\r\n',
  '81 KiB header': 'GET / HTTP/1.1\r\nConnection: close\r\nX-Long: ' + times('x', 81 * 1024) + '\r\n\r\n',
  '60 KiB target': 'GET /' + times('t', 60 * 1024) + ' HTTP/1.1\r\nConnection: close\r\n\r\n',
  '900 headers': 'GET / HTTP/1.1\r\nConnection: close\r\n' + times('X-%: y\r\n', 900).replace(/%/g, (function () { var n = 0; return function () { return n++; }; })()) + '\r\n',
  '1200 headers': 'GET / HTTP/1.1\r\nConnection: close\r\n' + times('X-%: y\r\n', 1200).replace(/%/g, (function () { var n = 0; return function () { return n++; }; })()) + '\r\n'
};
server.listen(0, '127.0.0.1', function next() {
  var name = Object.keys(requests)[0];
  if (!name) { server.close(); return responses(); }
  var bytes = requests[name];
  delete requests[name];
  wire.log('server', '--', name);
  wire.ask(server.address().port, bytes, function (got) {
    wire.log('answers', name, got.split('\r\n')[0]);
    next();
  });
});
function responses() {
  var heads = {'70 KiB': times('y', 70 * 1024), '90 KiB': times('y', 90 * 1024)}, head;
  var raw = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.once('data', function () { socket.end('HTTP/1.1 200 OK\r\nX-Long: ' + head + '\r\nContent-Length: 2\r\n\r\nok'); });
  }).listen(0, '127.0.0.1', function next() {
    var name = Object.keys(heads)[0];
    if (!name) return raw.close();
    head = heads[name];
    delete heads[name];
    var req = http.get({port: raw.address().port, host: '127.0.0.1', agent: false}, function (res) {
      wire.log('client', name, res.statusCode, res.headers['x-long'].length);
      res.on('end', next);
      res.resume();
    });
    req.on('error', function (error) { wire.log('client', name, error.message, error.code); next(); });
  });
}
