// Sockets in pipes: an echo, a relay with a slow reader, end and close passed on, end: false.
var net = require('net');
var crypto = require('crypto');
var stream = require('stream');
var wire = require('./lib/wire');

var SIZE = 2 * 1024 * 1024;
var data = new Buffer(SIZE);
for (var i = 0; i < SIZE; i++) data[i] = (i * 31 + (i >> 8)) & 255;
function digest(buffer) { return crypto.createHash('md5').update(buffer).digest('hex'); }

var echo = net.createServer(function (socket) {
  socket.pipe(socket);
  ['end', 'finish', 'close', 'unpipe', 'pipe'].forEach(function (name) { socket.on(name, function () { wire.log('echo', name); }); });
});
var relay = net.createServer({allowHalfOpen: true}, function (near) {
  var far = net.connect({port: echo.address().port, host: '127.0.0.1', allowHalfOpen: true});
  near.pipe(far);
  far.pipe(near);
  ['end', 'finish', 'close'].forEach(function (name) {
    near.on(name, function () { wire.log('relay near', name); });
    far.on(name, function () { wire.log('relay far', name); });
  });
});
echo.listen(0, '127.0.0.1', function () {
  relay.listen(0, '127.0.0.1', function () {
    var client = net.connect({port: relay.address().port, host: '127.0.0.1', allowHalfOpen: true});
    var got = [], length = 0, seen = 0;
    var slow = new stream.Writable({highWaterMark: 65536});
    slow._write = function (chunk, encoding, callback) {
      got.push(chunk);
      length += chunk.length;
      if (seen++ % 8) callback(); else setTimeout(callback, 1);
    };
    client.end(data);
    client.pipe(slow);
    slow.on('finish', function () {
      wire.log('client', 'finish', length, digest(Buffer.concat(got)) === digest(data));
    });
    client.on('close', function () { wire.log('client', 'close'); relay.close(); kept(); });
  });
});
function kept() {
  var client = net.connect(echo.address().port, '127.0.0.1');
  var source = new stream.PassThrough();
  source.pipe(client, {end: false});
  source.end('one ');
  source.on('end', function () {
    wire.log('kept', 'source end', client.writable);
    setTimeout(function () { client.end('two'); }, 10);
  });
  client.setEncoding('utf8');
  var text = '';
  client.on('data', function (d) { text += d; });
  client.on('close', function () { wire.log('kept', text); echo.close(); });
}
