// A client that pipelines and leaves before it is answered; a response destroyed while others wait behind it.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function trace(name, req, res) {
  ['close', 'aborted', 'end', 'error'].forEach(function (event) { req.on(event, function () { wire.log('server', name, 'req', event); }); });
  ['close', 'finish', 'error'].forEach(function (event) { res.on(event, function () { wire.log('server', name, 'res', event); }); });
}
var seen = [], onThird;
var server = http.createServer(function (req, res) {
  trace(req.url, req, res);
  req.resume();
  seen.push(res);
  if (seen.length === 3) onThird();
});
function three(done) {
  seen = [];
  var got = '';
  var socket = net.connect(server.address().port, '127.0.0.1', function () {
    socket.write('GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n');
  });
  socket.on('data', function (data) { got += data; });
  socket.on('error', function (error) { wire.log('client', error.code); });
  socket.on('close', function () { wire.show(got).forEach(function (line) { wire.log('wire', line); }); setTimeout(done, 10); });
  return socket;
}
server.listen(0, '127.0.0.1', function () {
  wire.log('server', '-- the client leaves');
  var client;
  onThird = function () {
    client.destroy();
    seen[0].on('close', function () {
      seen.forEach(function (res, i) { wire.log('server', 'late', i, String(res.write('x')), String(res.end('y')), res.finished); });
    });
  };
  client = three(function () {
    setTimeout(function () {
      wire.log('server', '-- the second is destroyed');
      onThird = function () {
        seen[1].end('two');
        seen[0].write('one');
        setTimeout(function () { seen[0].destroy(); }, 10);
      };
      three(function () {
        wire.log('server', '-- the first asks to close');
        onThird = function () {
          seen[2].end('three');
          seen[1].end('two');
          seen[0].setHeader('Connection', 'close');
          seen[0].end('one');
        };
        three(function () { server.close(); });
      });
    }, 40);
  });
});
