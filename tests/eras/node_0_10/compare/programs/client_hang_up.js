// Servers that close too early: socket hang up, and bodies cut short.
var http = require('http');
var wire = require('./lib/wire');

var answers = [
  '',
  'HTTP/1.1 200 OK\r\nConte',
  'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n'
];
var server = wire.answering(function (got, socket) {
  if (/\r\n\r\n/.test(got)) socket.end(answers[0]);
}, function next() {
  if (!answers.length) return server.close();
  wire.log('client', JSON.stringify(answers[0]));
  var body = '';
  var req = http.get({port: server.address().port, host: '127.0.0.1'}, function (res) {
    wire.log('client', '   response', res.statusCode, res.headers);
    res.on('data', function (data) { body += data; });
    ['end', 'close', 'aborted', 'error'].forEach(function (name) {
      res.on(name, function () { wire.log('client', '   res', name, body); });
    });
  });
  req.on('error', function (error) {
    wire.log('client', '   error', error.name, error.message, error.code, String(error.errno), Object.keys(error).sort());
  });
  req.on('close', function () {
    wire.log('client', '   close');
    answers.shift();
    next();
  });
});
