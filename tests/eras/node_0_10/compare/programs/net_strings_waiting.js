// Text that waits to be sent: counted in characters by the stream, in bytes by bytesWritten; encoded when its turn comes.
var net = require('net');
var wire = require('./lib/wire');

function counts(socket) {
  return [socket.bytesWritten, socket.bufferSize, socket._writableState.length, socket._writableState.buffer.map(function (entry) {
    return entry.chunk + ' ' + entry.encoding;
  })];
}
var server = net.createServer(function (socket) {
  var got = '';
  socket.setEncoding('hex');
  socket.on('data', function (text) { got += text; });
  socket.on('end', function () {
    wire.log('server', got);
    server.close();
  });
});
server.listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port);
  [['h\u00e9llo'], ['616263', 'hex'], ['YWJj', 'base64'], ['\u00e9', 'binary'], ['ab', 'ucs2'], [new Buffer('z')]].forEach(function (written) {
    wire.log('client', client.write(written[0], written[1]), counts(client));
  });
  wire.log('client', client.write(new Array(10000).join('\u00e9')), client.bytesWritten);
  client.on('connect', function () {
    wire.log('client', 'connect', counts(client));
    client.end('\u00e9', 'binary');
    wire.log('client', 'end', counts(client));
  });
});
