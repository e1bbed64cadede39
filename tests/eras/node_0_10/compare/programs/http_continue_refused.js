// Expect: 100-continue: refused with a final answer, an Expect that is something else, several, on HTTP/1.0, with no listener.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url, req.headers.expect);
  var body = '';
  req.on('data', function (data) { body += data; });
  req.on('end', function () { res.end('got ' + body); });
});
function check(req, res) {
  wire.log('server', 'checkContinue', req.url);
  if (req.url === '/refuse') { res.writeHead(417, {Connection: 'close'}); return res.end('no'); }
  if (req.url === '/refuse-open') { res.statusCode = 413; return res.end('too big'); }
  res.writeContinue();
  if (req.url === '/twice') res.writeContinue();
  server.emit('request', req, res);
}
var requests = [
  'POST /plain HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
  'POST /refuse HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
  'POST /refuse-open HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nabGET /next HTTP/1.1\r\nConnection: close\r\n\r\n',
  'POST /twice HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
  'POST /other HTTP/1.1\r\nExpect: something-else\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
  'POST /old HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab',
  'POST /several HTTP/1.1\r\nExpect: x, 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab',
  'GET /nobody HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n'
];
var again = requests.slice();
server.listen(0, '127.0.0.1', function next() {
  var bytes = again.shift();
  if (bytes === undefined) {
    if (server.listeners('checkContinue').length) return server.close();
    server.on('checkContinue', check);
    again = requests.slice();
    return next();
  }
  wire.ask(server.address().port, bytes, function (got) {
    wire.log('wire', '>', JSON.stringify(bytes.split('\r\n')[0]));
    wire.show(got).forEach(function (line) { wire.log('wire', '  <', line); });
    next();
  });
});
