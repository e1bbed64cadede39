// Where a connection ends, or leaves HTTP, and what a header is that has no value.
var http = require('http');
var net = require('net');

tunnel(keptOpen);

function tunnel(done) {
  var server = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.once('data', function () { socket.write('HTTP/1.1 200 OK\r\n\r\nearly'); });
  });
  function tell(outcome) { console.log('bytes behind the head of a tunnel: ' + outcome); server.close(done); }
  server.listen(0, function () {
    var request = http.request({port: server.address().port, method: 'CONNECT', path: 'a:1', agent: false});
    request.on('connect', function (response, socket, head) { socket.destroy(); tell(head); });
    request.on('error', function (error) { tell(error.code); });
    request.end();
  });
}

function keptOpen() {
  var server = http.createServer(function (request, response) {
    response.setHeader('Connection', 'keep-alive');
    response.writeHead(200, {'Content-Length': 2});
    response.end('hi');
  });
  server.listen(0, function () {
    var state = 'open';
    var socket = net.connect(server.address().port);
    socket.on('end', function () { state = 'closed'; });
    socket.write('GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
    socket.once('data', function () {
      http.get({port: server.address().port, agent: false}, function (response) {
        response.resume();
        response.on('end', function () {
          console.log('keep-alive for who said close: ' + state);
          socket.destroy();
          server.close(nothing);
        });
      });
    });
  });
}

function nothing() {
  var cases = [
    ['null as a header', function (response) { response.setHeader('X', null); }],
    ['undefined as a header', function (response) { response.setHeader('X', undefined); }],
    ['null among values', function (response) { response.setHeader('X', [null, undefined]); }],
    ['null in writeHead', function (response) { response.writeHead(200, {X: null, Y: undefined}); }]
  ];
  var server = http.createServer(function (request, response) {
    cases[0][1](response);
    response.end();
  });
  server.listen(0, function next() {
    if (!cases.length) return server.close();
    http.get({port: server.address().port, agent: false}, function (response) {
      response.resume();
      response.on('end', function () {
        console.log(cases.shift()[0] + ': ' + response.headers.x + ' ' + response.headers.y);
        next();
      });
    });
  });
}
