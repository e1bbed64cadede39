// STARTTLS: lines in clear, then a pair over the server's socket and tls.connect over the client's; who believes what when.
var net = require('net');
var tls = require('tls');
var crypto = require('crypto');
var pems = require('./lib/pems');

var credentials = crypto.createCredentials(pems.options('server'));

// Calls `told` with each line of `stream` until it says so.
function lines(stream, told) {
  var text = '';
  stream.on('data', function more(data) {
    text += data;
    for (var end; (end = text.indexOf('\n')) >= 0;) {
      var line = text.slice(0, end);
      text = text.slice(end + 1);
      if (told(line) === 'enough') return stream.removeListener('data', more);
    }
  });
}
function serve(stream, socket) {
  lines(stream, function (line) {
    console.log(stream === socket ? 'server' : 'server in secret', line);
    if (line === 'QUIT') return stream.end('bye\n');
    if (line !== 'STARTTLS') return stream.write(line.toLowerCase() + '\n');
    socket.write('go\n');
    var pair = tls.createSecurePair(credentials, true, false, false);
    pair.encrypted.pipe(socket);
    socket.pipe(pair.encrypted);
    pair.on('secure', function () {
      console.log('server is secure');
      serve(pair.cleartext, socket);
    });
    return 'enough';
  });
}
var server = net.createServer(function (socket) {
  serve(socket, socket);
  socket.on('close', function () { console.log('server socket close'); });
});
server.listen(0, function () {
  var socket = net.connect(server.address().port);
  socket.write('HELLO\n');
  lines(socket, function (line) {
    console.log('client', line);
    if (line === 'hello') return socket.write('STARTTLS\n');
    var stream = tls.connect({socket: socket, ca: [pems.ca], servername: 'localhost'}, function () {
      console.log('client is secure', stream.authorized, stream.getPeerCertificate().subject.CN);
      stream.write('AGAIN\n');
    });
    lines(stream, function (line) {
      console.log('client in secret', line);
      if (line === 'again') stream.write('QUIT\n');
    });
    stream.on('close', function () { server.close(); });
    return 'enough';
  });
});
