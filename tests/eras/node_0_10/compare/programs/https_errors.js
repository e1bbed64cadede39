// How requests fail over TLS: nobody listens, plain HTTP, hang-ups, aborts at each stage, timeouts, protocols.
var http = require('http');
var https = require('https');
var net = require('net');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function request(side, options, done) {
  var req = https.request(options, function (res) {
    wire.log(side, 'response', res.statusCode);
    res.on('data', function (data) { wire.log(side, String(data)); });
    res.on('end', function () { wire.log(side, 'end'); });
    res.on('aborted', function () { wire.log(side, 'aborted'); });
    res.on('close', function () { wire.log(side, 'res close'); });
  });
  req.on('error', function (error) { wire.log(side, pems.error(error)); });
  req.on('close', function () { wire.log(side, 'close'); });
  req.on('timeout', function () { wire.log(side, 'timeout'); req.abort(); });
  req.on('socket', function (socket) { socket.on('close', done); });
  return req;
}
function options(port, more) {
  var made = {host: '127.0.0.1', port: port, ca: [pems.ca], agent: false};
  for (var key in more) made[key] = more[key];
  return made;
}

['http:', 'ftp:'].forEach(function (protocol) {
  try {
    https.request({protocol: protocol, host: '127.0.0.1', port: 1});
    wire.log('protocol', protocol, 'fine');
  } catch (error) { wire.log('protocol', pems.error(error)); }
});

var steps = [
  function plain(next) {
    var server = http.createServer(function () {});
    server.listen(0, '127.0.0.1', function () {
      request('plain', options(server.address().port), function () { server.close(next); }).end();
    });
  },
  function hangUp(next) {
    var server = net.createServer(function (socket) { socket.once('data', function () { socket.destroy(); }); });
    server.listen(0, '127.0.0.1', function () {
      request('hang up', options(server.address().port), function () { server.close(next); }).end();
    });
  },
  function noAnswer(next) {
    var server = https.createServer(pems.options('server'), function (req) { req.socket.destroy(); });
    server.listen(0, '127.0.0.1', function () {
      request('no answer', options(server.address().port), function () { server.close(next); }).end();
    });
  },
  function cut(next) {
    var server = https.createServer(pems.options('server'), function (req, res) {
      res.writeHead(200, {'Content-Length': 100});
      res.write('part');
      setTimeout(function () { req.socket.destroy(); }, 20);
    });
    server.listen(0, '127.0.0.1', function () {
      request('cut', options(server.address().port), function () { server.close(next); }).end();
    });
  },
  function refused(next) {
    var server = net.createServer().listen(0, '127.0.0.1', function () {
      var port = server.address().port;
      server.close(function () { request('refused', options(port), next).end(); });
    });
  },
  function aborted(next) {
    var server = https.createServer(pems.options('server'), function () {});
    server.listen(0, '127.0.0.1', function () {
      var req = request('abort at once', options(server.address().port), function () { server.close(next); });
      req.end();
      req.on('socket', function () { req.abort(); });
    });
  },
  function abortedLater(next) {
    var server = https.createServer(pems.options('server'), function () { req.abort(); });
    var req;
    server.listen(0, '127.0.0.1', function () {
      req = request('abort when asked', options(server.address().port), function () { server.close(next); });
      req.end();
    });
  },
  function slow(next) {
    var server = https.createServer(pems.options('server'), function () {});
    server.listen(0, '127.0.0.1', function () {
      var req = request('slow', options(server.address().port), function () { server.close(next); });
      req.setTimeout(50);
      req.end();
    });
  }
];
(function next() {
  var step = steps.shift();
  if (step) step(next);
})();
