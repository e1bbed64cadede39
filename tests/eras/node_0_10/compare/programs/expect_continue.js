// Expect: 100-continue, with and without a checkContinue listener.
var http = require('http');
var wire = require('./lib/wire');

function body(req, done) {
  var got = '';
  req.on('data', function (data) { got += data; });
  req.on('end', function () { done(got); });
}
var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.method, req.url, req.headers);
  body(req, function (got) { wire.log('server', 'body', got); res.end('got ' + got); });
});
function accept(req, res) {
  wire.log('server', 'checkContinue', req.url, req.headers);
  if (req.url === '/no') { res.statusCode = 417; return res.end('no'); }
  wire.log('server', 'writeContinue', String(res.writeContinue()), res.headersSent);
  body(req, function (got) { res.end('continued ' + got); });
}
function post(path, expect, more) {
  return 'POST ' + path + ' HTTP/1.1\r\nExpect: ' + expect + '\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi';
}
server.listen(0, '127.0.0.1', function () {
  var steps = [['/auto', '100-continue'], ['/case', '100-Continue'], ['/other', 'gzip'], ['/list', 'x, 100-continue'],
    ['/yes', '100-continue'], ['/no', '100-continue'], ['/other2', 'nothing']];
  (function next() {
    var step = steps.shift();
    if (!step) return server.close();
    if (step[0] === '/yes') server.on('checkContinue', accept);
    wire.ask(server.address().port, post(step[0], step[1]), function (got) {
      wire.log('wire', step);
      wire.show(got).forEach(function (line) { wire.log('wire', '  <', line); });
      next();
    });
  })();
});
