// A server and its client over TLS: events in order, what req and res show, bodies both ways, chunked and counted.
var https = require('https');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function trace(side, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function () { wire.log(side, event, arguments.length); });
  });
}
var server = https.createServer(pems.options('server'), function (req, res) {
  var body = '';
  wire.log('server', req.method, req.url, req.httpVersion, JSON.stringify(req.headers).replace(/:\d+"/g, ':PORT"'));
  wire.log('server', req.connection === req.socket, req.socket.authorized, !!req.socket.encrypted, typeof req.socket.getPeerCertificate,
    req.connection.npnProtocol, req.connection.remoteAddress, req.client === req.socket);
  req.setEncoding('utf8');
  req.on('data', function (text) { body += text; });
  req.on('end', function () {
    wire.log('server', 'body', body);
    if (req.url === '/counted') res.writeHead(200, {'Content-Length': 5});
    res.write('he');
    res.end('llo');
  });
});
trace('server', server, ['secureConnection', 'request', 'close', 'listening', 'clientError']);

function ask(method, path, done) {
  var side = 'client ' + method + path;
  var req = https.request({host: '127.0.0.1', port: server.address().port, method: method, path: path, ca: [pems.ca]});
  trace(side, req, ['socket', 'response', 'finish', 'close', 'error', 'continue']);
  req.on('socket', function (socket) {
    trace(side + ' socket', socket, ['connect', 'secureConnect', 'secure', 'end', 'close', 'free', 'error']);
  });
  req.on('response', function (res) {
    wire.log(side, res.statusCode, JSON.stringify(res.headers).replace(/"date":"[^"]*"/, 'DATE'), res.socket.authorized,
      String(res.socket.authorizationError), res.client === res.socket);
    var body = '';
    res.on('data', function (data) { body += data; });
    trace(side + ' res', res, ['end', 'close']);
    res.on('end', function () { wire.log(side, 'body', body); });
    res.on('end', done);
  });
  if (method === 'POST') req.write('question');
  req.end();
}
server.listen(0, '127.0.0.1', function () {
  ask('GET', '/chunked', function () {
    ask('GET', '/counted', function () {
      ask('POST', '/post', function () {
        ask('HEAD', '/head', function () { server.close(); });
      });
    });
  });
});
