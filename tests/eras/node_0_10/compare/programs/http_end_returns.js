// What `end` and a `write` of nothing return, while a response waits for its turn and once it is over.
var http = require('http');
var net = require('net');

var cases = [];
['length', 'chunks'].forEach(function (framing) {
  [undefined, 'text', new Buffer('text'), ''].forEach(function (last) {
    [false, true].forEach(function (written) { cases.push({framing: framing, last: last, written: written}); });
  });
});

var server = http.createServer(function (req, res) {
  var one = cases[req.url.slice(1) - 1];
  if (!one) return;
  if (one.framing === 'length') res.setHeader('Content-Length', 4);
  if (one.written) res.write('x');
  var ended = one.last === undefined ? res.end() : res.end(one.last);
  console.log(one.framing, typeof one.last, JSON.stringify(String(one.last)), one.written, ended, res.end(), res.write(''), res.write('x'));
  if (one === cases[cases.length - 1]) req.socket.destroy();
});
server.listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port, '127.0.0.1');
  for (var i = 0; i <= cases.length; i++) client.write('GET /' + i + ' HTTP/1.1\r\n\r\n');
  client.on('close', function () { server.close(); });
});
