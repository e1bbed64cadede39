// How both sides of a pair that talks over a plain socket tell of their end, whichever of them is closed.
var tls = require('tls');
var net = require('net');
var crypto = require('crypto');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var credentials = crypto.createCredentials(pems.options('server'));
var ends = {
  'the pair is destroyed': function (pair) { pair.destroy(); },
  'encrypted is ended': function (pair) { pair.encrypted.end(); },
  'encrypted is closed soon': function (pair) { pair.encrypted.destroySoon(); },
  'cleartext is closed soon': function (pair) { pair.cleartext.destroySoon(); },
  'the socket is destroyed': function (pair, socket) { socket.destroy(); }
};
(function next(names) {
  var name = names.shift();
  if (!name) return;
  var server = net.createServer(function (socket) {
    var pair = tls.createSecurePair(credentials, true, false, false);
    pair.encrypted.pipe(socket);
    socket.pipe(pair.encrypted);
    socket.on('close', function () {
      wire.log(name, 'socket close');
      server.close(function () { next(names); });
    });
    ['encrypted', 'cleartext'].forEach(function (side) {
      ['finish', 'end', 'close'].forEach(function (event) {
        pair[side].on(event, function (value) { wire.log(name, side, event, String(value)); });
      });
    });
    pair.on('secure', function () { wire.log(name, 'secure'); });
    pair.cleartext.on('data', function (data) {
      wire.log(name, 'data', String(data));
      ends[name](pair, socket);
    });
  });
  server.listen(0, function () {
    var client = tls.connect(server.address().port, {rejectUnauthorized: false}, function () { client.write('hello'); });
    client.on('close', function () { client.end(); });
    client.resume();
  });
})(Object.keys(ends));
