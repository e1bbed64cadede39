// Pipelined requests of which the first answers last: order on the wire, writable, finish, connection of each response.
var http = require('http');
var wire = require('./lib/wire');

var waiting = {}, server = http.createServer(function (req, res) {
  wire.log('server', req.url, 'arrives', res.connection !== null, res.socket !== null, req.connection === server.last);
  res.on('finish', function () { wire.log('server', req.url, 'finish'); });
  res.on('close', function () { wire.log('server', req.url, 'close'); });
  req.on('end', function () { wire.log('server', req.url, 'req end'); });
  req.resume();
  waiting[req.url] = res;
  if (req.url === '/2') wire.log('server', '/2 writes', res.write('two, '), res.write('more of two'), String(res.end()));
  if (req.url === '/3') { res.setHeader('X-Three', '3'); res.end('three'); wire.log('server', '/3', res.headersSent, res.finished, res._header !== null); }
  if (req.url === '/4') {
    setTimeout(function () {
      var first = waiting['/1'];
      wire.log('server', '/1 writes', first.write('one, '));
      setTimeout(function () {
        wire.log('server', '/1 ends', String(first.end('the last of one')));
        res.end('four');
      }, 10);
    }, 10);
  }
});
server.on('connection', function (socket) { server.last = socket; });
server.listen(0, '127.0.0.1', function () {
  var bytes = [1, 2, 3, 4].map(function (n) {
    return (n === 3 ? 'POST' : 'GET') + ' /' + n + ' HTTP/1.1\r\nHost: x\r\n' + (n === 3 ? 'Content-Length: 4\r\n' : '') + (n === 4 ? 'Connection: close\r\n' : '') + '\r\n' + (n === 3 ? 'body' : '');
  }).join('');
  wire.ask(server.address().port, bytes, function (got) {
    wire.show(got).forEach(function (line) { wire.log('wire', line); });
    server.close();
  });
});
