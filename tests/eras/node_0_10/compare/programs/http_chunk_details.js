// Chunks: extensions, sizes in any case, leading zeros, empty writes, many at once; what both sides make of them.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var got = [];
  req.on('data', function (data) { got.push(String(data)); });
  req.on('end', function () {
    wire.log('server', req.url, got);
    res.write('');
    res.write('one');
    res.write(new Buffer(0));
    res.write('deux \u20ac');
    res.end('');
  });
});
server.on('clientError', function (error) { wire.log('server', 'clientError', error.code, error.bytesParsed); });
function post(path, body) { return 'POST ' + path + ' HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n' + body; }
var requests = [
  post('/plain', '3\r\nabc\r\n0\r\n\r\n'),
  post('/extension', '3;name=value\r\nabc\r\n2;x="y;z"\r\nde\r\n0;last\r\n\r\n'),
  post('/upper', 'A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n'),
  post('/zeros', '0003\r\nabc\r\n000\r\n\r\n'),
  post('/mixed-case-header', '1\r\na\r\n0\r\n\r\n').replace('Transfer-Encoding: chunked', 'TRANSFER-ENCODING: CHUNKED'),
  post('/bad', 'xyz\r\nabc\r\n0\r\n\r\n'),
  post('/negative', '-3\r\nabc\r\n0\r\n\r\n'),
  post('/no-size', '\r\nabc\r\n0\r\n\r\n')
];
server.listen(0, '127.0.0.1', function next() {
  var bytes = requests.shift();
  if (bytes === undefined) { server.close(); return asClient(); }
  wire.ask(server.address().port, bytes, function (got) {
    wire.log('wire', '--', JSON.stringify(bytes.split('\r\n')[0]));
    wire.show(got).forEach(function (line) { wire.log('wire', line); });
    next();
  });
});
function asClient() {
  var bodies = ['3;ext=1\r\nabc\r\n0\r\n\r\n', 'C\r\nhello world!\r\n00\r\n\r\n', '5\r\nhel', 'g\r\n', '3\r\nabcX\r\n0\r\n\r\n'];
  var body, raw = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.on('data', function () { socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' + body); });
  }).listen(0, '127.0.0.1', function next() {
    body = bodies.shift();
    if (body === undefined) return raw.close();
    wire.log('client', '--', JSON.stringify(body));
    var over = false;
    function done() { if (!over) { over = true; setTimeout(next, 10); } }
    var req = http.get({port: raw.address().port, host: '127.0.0.1', agent: false}, function (res) {
      ['end', 'close', 'aborted'].forEach(function (event) { res.on(event, function () { wire.log('client', 'res', event); }); });
      res.on('data', function (data) { wire.log('client', 'data', String(data)); });
      res.on('end', done);
    });
    req.on('error', function (error) { wire.log('client', 'error', error.message, error.code); done(); });
    req.on('close', function () { wire.log('client', 'req close'); done(); });
  });
}
