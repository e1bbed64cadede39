// The other end of a connection: a client and a server that send and note bytes as they are.
var net = require('net');

function masked(text) {
  return text.replace(/Date: [^\r]*/g, 'Date: DATE').replace(/:\d{4,5}\b/g, ':PORT');
}

/** Listen on any port, then `use(port)`. */
exports.listen = function (server, use) {
  server.listen(0, '127.0.0.1', function () { use(server.address().port); });
};

/** Send `text` to `port`; `done(everything that came back)` once the other end is done. */
exports.ask = function (port, text, done) {
  var heard = '';
  var socket = net.connect(port, '127.0.0.1', function () { socket.write(text); });
  socket.setEncoding('binary');
  socket.on('data', function (piece) { heard += piece; });
  socket.on('error', function () {});
  socket.on('close', function () { done(masked(heard)); });
  return socket;
};

/** What `server` answers to one request; then it is closed. */
exports.answer = function (server, text, done) {
  exports.listen(server, function (port) {
    exports.ask(port, text, function (heard) {
      server.close();
      done(heard);
    });
  });
};

/** A server that answers the first bytes of each connection with `text` and closes; `heard` is what it was sent. */
exports.answering = function (text, use) {
  var server = net.createServer(function (socket) {
    server.heard = '';
    socket.setEncoding('binary');
    socket.on('error', function () {});
    socket.on('data', function (piece) {
      var complete = /\r\n\r\n/.test(server.heard);
      server.heard += piece;
      if (!complete && /\r\n\r\n/.test(server.heard)) socket.end(text);
    });
  });
  exports.listen(server, function (port) { use(port, server); });
};

/** What a client sends: `make(port)` returns the request, which is then answered; `done(its bytes)`. */
exports.sent = function (make, done) {
  var server = net.createServer(function (socket) {
    var heard = '';
    socket.setEncoding('binary');
    socket.on('error', function () {});
    socket.on('data', function (piece) {
      heard += piece;
      if (!complete(heard)) return;
      server.close();
      socket.end(exports.OK);
      done(masked(heard));
      done = function () {};
    });
  });
  exports.listen(server, function (port) { make(port).on('error', function () {}); });
};

function complete(text) {
  var cut = text.indexOf('\r\n\r\n');
  if (cut < 0) return false;
  var length = /content-length: (\d+)/i.exec(text);
  if (length) return text.length >= cut + 4 + Number(length[1]);
  return !/transfer-encoding: chunked/i.test(text) || /\r\n0\r\n\r\n$/.test(text);
}

exports.OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';
exports.GET = 'GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n';
exports.masked = masked;
