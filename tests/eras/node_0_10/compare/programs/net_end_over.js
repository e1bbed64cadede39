// When a socket is over: it sent its end and gets the peer's, read or unread, half open or not; and what writable says.
var net = require('net');
var wire = require('./lib/wire');

function state(socket) {
  return JSON.stringify([socket.readable, socket.writable, socket.destroyed, socket.readyState, socket._readableState.length]);
}
function meet(halfOpen, paused, endsEarly, next) {
  var name = [halfOpen ? 'half open' : 'default', paused ? 'unread' : 'read', endsEarly ? 'ended at once' : 'ended in connect'].join(', ');
  var server = net.createServer({allowHalfOpen: true}, function (socket) {
    socket.resume();
    socket.on('end', function () { socket.end('the answer'); });
  });
  server.listen(0, '127.0.0.1', function () {
    var client = net.connect({port: server.address().port, allowHalfOpen: halfOpen});
    ['connect', 'finish', 'end', 'close'].forEach(function (event) {
      client.on(event, function () { wire.log(name, event, state(client)); });
    });
    if (endsEarly) client.end('x'); else client.on('connect', function () { client.end('x'); });
    if (!paused) client.resume();
    client.on('close', function () {
      server.close(next);
      client.on('data', function (data) { wire.log(name, 'data', String(data), state(client)); });
    });
  });
}
(function next(cases) {
  if (cases.length) meet(cases[0] & 4, cases[0] & 2, cases[0] & 1, next.bind(null, cases.slice(1)));
})([0, 1, 2, 3, 4, 5, 6, 7]);
