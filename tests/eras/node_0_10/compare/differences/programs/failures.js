// What comes after a failure: the line that is shown above it, and the rest of a body.
var http = require('http');
var net = require('net');

if (process.argv[2]) require('assert').equal(1, 2);

require('child_process').execFile(process.execPath, [__filename, 'fail'], function (error, stdout, stderr) {
  console.log('line above an assertion: ' + /([^\/\s]+\.js):\d+\n/.exec(stderr)[1]);
  console.log('message of an assertion: ' + /AssertionError: (.*)/.exec(stderr)[1]);
  throwing();
});

function throwing() {
  var heard = [];
  var server = http.createServer(function (request, response) {
    if (request.method === 'GET') return response.end();
    request.on('data', function (chunk) {
      heard.push(chunk);
      if (heard.length === 1) throw new Error('thrown');
    });
    request.on('end', function () { heard.push('end'); });
  });
  process.on('uncaughtException', function (error) {
    heard.push(error.message);
    http.get({port: server.address().port, agent: false}, function () {
      console.log('rest of a body behind a throw: ' + heard.join(' '));
      socket.destroy();
      server.close(answering);
    });
  });
  var socket;
  server.listen(0, function () {
    socket = net.connect(server.address().port);
    socket.write('POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n');
  });
}

function answering() {
  var heard = [];
  var server = http.createServer(function (request, response) {
    request.on('data', function (chunk) { heard.push(chunk); });
    request.on('end', function () { heard.push('end'); });
    request.on('error', function (error) { heard.push(error.message); });
    response.end();
  });
  server.listen(0, function () {
    var socket = net.connect(server.address().port);
    socket.write('POST / HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n');
    socket.resume();
    socket.on('close', function () {
      console.log('body behind an answer that closes: ' + heard.join(' '));
      server.close();
    });
  });
}
