// What reaches the wire when a program puts line breaks or two lengths into a head, or more behind the end.
var http = require('http');
var net = require('net');

var RESPONSES = [
  ['reason phrase', function (response) { response.writeHead(200, 'OK\r\nInjected: yes'); response.end(); }],
  ['header value', function (response) { response.setHeader('X', 'a\r\nInjected: yes'); response.end(); }],
  ['header name', function (response) { response.setHeader('X: a\r\nInjected', 'yes'); response.end(); }],
  ['trailer', function (response) {
    response.setHeader('Trailer', 'X');
    response.write('x');
    response.addTrailers({X: 'a\r\nInjected: yes'});
    response.end();
  }],
  ['length beside chunked', function (response) {
    response.writeHead(200, {'Content-Length': 1, 'Transfer-Encoding': 'chunked'});
    response.end('x');
  }],
  ['a second head', function (response) { response.write('x'); response.writeHead(404); response.end(); }],
  ['a chunk in hex', function (response) { response.write('x'); response.write('7a', 'hex'); response.end(); }],
  ['a head in base64', function (response) {
    response.sendDate = false;
    response.writeHead(200, {'Content-Length': 2});
    response.write('aGk=', 'base64');
    response.end();
  }],
  ['a write behind the end', function (response, request) {
    if (request.url === '/first') return process.nextTick(function () { response.end('first'); });
    response.end('second');
    response.write('late');
  }, 'GET /first HTTP/1.1\r\n\r\nGET'],
  ['chunks for HEAD', function (response) { response.writeHead(200, {'Transfer-Encoding': 'chunked'}); response.end('x'); }, 'HEAD']
];
var REQUESTS = [
  ['path', {path: '/ HTTP/1.1\r\nInjected: yes\r\nX: '}],
  ['method', {method: 'GET / HTTP/1.1\r\nInjected: yes\r\nX: '}],
  ['request header', {headers: {X: 'a\r\nInjected: yes'}}]
];

function show(name, got) {
  got = got.replace(/Date: [^\r]*/g, 'Date: DATE').replace(/127\.0\.0\.1:\d+/, 'HOST');
  console.log(name + ': ' + JSON.stringify(got));
}

function respond(done) {
  var test = RESPONSES.shift();
  if (!test) return done();
  var server = http.createServer(function (request, response) {
    try { test[1](response, request); } catch (error) { request.socket.end(error.name); }
  });
  server.listen(0, '127.0.0.1', function () {
    var got = '';
    var socket = net.connect(server.address().port, '127.0.0.1');
    socket.setEncoding('binary');
    socket.on('data', function (text) { got += text; });
    socket.on('end', function () { show(test[0], got); server.close(); respond(done); });
    socket.write((test[2] || 'GET') + ' / HTTP/1.1\r\nConnection: close\r\n\r\n');
  });
}

function request() {
  var test = REQUESTS.shift();
  if (!test) return;
  var server = net.createServer(function (socket) {
    socket.setEncoding('binary');
    socket.once('data', function (got) { show(test[0], got); socket.destroy(); server.close(request); });
  });
  server.listen(0, '127.0.0.1', function () {
    test[1].host = '127.0.0.1';
    test[1].port = server.address().port;
    test[1].agent = false;
    try {
      http.request(test[1]).on('error', function () {}).end();
    } catch (error) {
      show(test[0], error.name);
      server.close(request);
    }
  });
}

respond(request);
