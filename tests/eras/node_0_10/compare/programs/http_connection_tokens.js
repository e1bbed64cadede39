// The Connection header, in words and versions of every kind: does the server keep the connection, and what does it answer.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var tokens = [null, 'close', 'keep-alive', 'Keep-Alive', 'CLOSE', 'foo', 'upgrade', 'keepalive', 'x-close'];
var answers = {
  plain: function (res) { res.end('a'); },
  length: function (res) { res.writeHead(200, {'Content-Length': 1}); res.end('a'); },
  'says close': function (res) { res.writeHead(200, {Connection: 'close'}); res.end('a'); },
  'says keep-alive': function (res) { res.writeHead(200, {Connection: 'keep-alive'}); res.end('a'); },
  'says both': function (res) { res.writeHead(200, {Connection: 'keep-alive', 'Content-Length': 1}); res.end('a'); },
  'writes': function (res) { res.write('a'); res.end(); },
  'no date': function (res) { res.sendDate = false; res.end('a'); }
};
var kind, server = http.createServer(function (req, res) { answers[kind](res); });
var list = [];
['1.0', '1.1'].forEach(function (version) {
  tokens.forEach(function (token) { list.push([version, token, 'plain']); });
  Object.keys(answers).forEach(function (k) {
    ['close', 'keep-alive', null].forEach(function (token) {
      // Who said that this request is the last one sends no other, whatever the answer says.
      var last = token === 'close' || (token === null && version === '1.0');
      if (!last || !/keep-alive|both/.test(k)) list.push([version, token, k]);
    });
  });
});
server.listen(0, '127.0.0.1', function next() {
  var c = list.shift();
  if (!c) return server.close();
  kind = c[2];
  var got = '', asked = false, closed = false;
  var socket = net.connect(server.address().port, '127.0.0.1', function () {
    socket.write('GET / HTTP/' + c[0] + '\r\n' + (c[1] === null ? '' : 'Connection: ' + c[1] + '\r\n') + '\r\n');
  });
  socket.on('data', function (data) {
    got += data;
    if (asked) return finish();
    if (/\r\n\r\n(1\r\na\r\n0\r\n\r\n|a)$/.test(got)) {
      asked = true;
      first = got;
      socket.write('GET / HTTP/1.1\r\n\r\n');
    }
  });
  var first = '';
  socket.on('error', function () {});
  socket.on('end', function () { closed = true; finish(); });
  socket.on('close', function () { closed = true; finish(); });
  function finish() {
    if (finish.done) return;
    finish.done = true;
    wire.log('wire', c, closed ? 'closed' : 'open', wire.mask(first || got).split('\r\n'));
    socket.destroy();
    next();
  }
});
