// setNoDelay, setKeepAlive, setEncoding: what they return, when there is no connection, and after it.
var net = require('net');
var wire = require('./lib/wire');

function tries(side, socket) {
  ['setNoDelay', 'setKeepAlive', 'pause', 'resume', 'ref', 'unref', 'setEncoding', 'address', 'setTimeout', 'destroySoon'].forEach(function (name) {
    if (side === 'open' && name === 'destroySoon') return;
    try {
      var value = socket[name](name === 'setEncoding' ? 'utf8' : name === 'setTimeout' ? 0 : undefined);
      wire.log(side, name, value === null ? 'null' : typeof value);
    } catch (error) { wire.log(side, name, 'thrown', error.name, error.message); }
  });
}
tries('new', new net.Socket());
var server = net.createServer(function (socket) { socket.end('x'); });
server.listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port, '127.0.0.1');
  client.setNoDelay(true);
  client.setKeepAlive(true, 5000);
  client.on('connect', function () {
    [[], [true], [false], [1], [0], ['x']].forEach(function (args) { wire.log('open', 'setNoDelay', args, String(client.setNoDelay.apply(client, args))); });
    [[], [true], [true, 1000], [true, '2000'], [false, 500], [true, -1], [true, 0.5]].forEach(function (args) {
      try { wire.log('open', 'setKeepAlive', args, String(client.setKeepAlive.apply(client, args))); } catch (error) { wire.log('open', args, error.message); }
    });
    tries('open', client);
  });
  client.on('close', function () { tries('closed', client); server.close(); });
});
