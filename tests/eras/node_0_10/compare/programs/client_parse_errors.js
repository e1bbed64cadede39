// Responses that are none: what the request emits.
var http = require('http');
var wire = require('./lib/wire');

var answers = [
  'rubbish\r\n\r\n',
  'HTTP/1.1 abc OK\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n',
  'HTTP/1.1 200 OK\r\nA@b: c\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'
];
var server = wire.answering(function (got, socket) {
  if (/\r\n\r\n/.test(got)) socket.write(answers[0]);
}, function next() {
  if (!answers.length) return server.close();
  wire.log('client', JSON.stringify(answers[0]));
  var req = http.get({port: server.address().port, host: '127.0.0.1', agent: false}, function (res) {
    wire.log('client', '   response', res.statusCode, res.headers);
    ['data', 'end', 'close', 'aborted', 'error'].forEach(function (name) {
      res.on(name, function () { wire.log('client', '   res', name); });
    });
  });
  req.on('error', function (error) {
    wire.log('client', '   error', error.name, error.message, error.code, Object.keys(error).sort(), req.socket.destroyed);
  });
  req.on('close', function () {
    wire.log('client', '   close');
    answers.shift();
    next();
  });
});
