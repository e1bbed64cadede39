// A server that does not listen to its own connections and their errors any more: the program does in its place.
var http = require('http');
var net = require('net');

function exchange(event, listener, done) {
  var server = http.createServer(function (req, res) {
    console.log('request', req.url);
    res.end();
  });
  server.removeAllListeners(event);
  server.on(event, listener);
  server.listen(0, function () {
    var socket = net.connect(server.address().port);
    socket.write('NONSENSE\r\n\r\n');
    socket.on('error', function () {});
    socket.on('close', function () {
      console.log(event + ' over');
      server.close(done);
    });
    socket.resume();
  });
}

exchange('clientError', function (error, socket) {
  console.log('clientError', error.message, error.code, typeof socket.destroy);
  socket.destroy();
}, function () {
  exchange('connection', function (socket) {
    socket.on('data', function (data) {
      console.log('connection', JSON.stringify(String(data)));
      socket.destroy();
    });
  }, function () {
    var served = http.createServer();
    var serve = served.listeners('connection')[0];
    served.removeListener('connection', serve);
    served.on('connection', function (socket) {
      console.log('handed over');
      serve.call(served, socket);
    });
    served.on('request', function (req, res) {
      console.log('request', req.url);
      res.end('answer');
      served.close();
    });
    served.listen(0, function () {
      http.get({port: served.address().port, path: '/later', agent: false}, function (res) {
        res.on('data', function (data) { console.log(String(data)); });
      });
    });
  });
});
