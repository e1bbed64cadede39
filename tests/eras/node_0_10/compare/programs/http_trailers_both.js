// Trailers of requests and responses: declared or not, repeated, when there is no chunked body, with a client that is old.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var kept = req.trailers;
  wire.log('server', req.url, req.headers.trailer, kept);
  req.on('data', function (data) { wire.log('server', 'data', String(data), req.trailers); });
  req.on('end', function () {
    wire.log('server', 'end', req.trailers, req.complete, 'kept', kept === req.trailers, kept);
    if (req.url === '/length') res.setHeader('Content-Length', 4);
    if (req.url === '/array') { res.write('body'); res.addTrailers([['X-One', '1'], ['X-Two', '2']]); return res.end(); }
    res.setHeader('Trailer', 'X-Sum');
    res.write('body');
    wire.log('server', 'addTrailers', String(res.addTrailers({'X-Sum': 'abc', 'Set-Cookie': ['a=1', 'b=2'], 'X-Number': 5})));
    if (req.url === '/twice') res.addTrailers({'X-More': 'm'});
    res.end();
  });
});
var post = 'POST /%s HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: X-A\r\nConnection: close\r\n\r\n4\r\nwiki\r\n0\r\n';
var requests = [
  post.replace('%s', 'plain') + 'X-A: one\r\nX-A: two\r\nCookie: a=1\r\nCookie: b=2\r\nSet-Cookie: c\r\nSet-Cookie: d\r\nContent-Type: x\r\nContent-Type: y\r\n\r\n',
  post.replace('%s', 'none') + '\r\n',
  post.replace('%s', 'length') + 'X-A: 1\r\n\r\n',
  post.replace('%s', 'array') + 'X-Empty:\r\n\r\n',
  post.replace('%s', 'twice') + 'X-B: 5\r\n\r\n',
  'GET /old HTTP/1.0\r\n\r\n'
];
server.listen(0, '127.0.0.1', function next() {
  var bytes = requests.shift();
  if (bytes === undefined) return client();
  wire.ask(server.address().port, bytes, function (got) {
    wire.log('wire', '--', JSON.stringify(bytes.split('\r\n')[0]));
    wire.show(got).forEach(function (line) { wire.log('wire', line); });
    next();
  });
});
function client() {
  var req = http.request({port: server.address().port, host: '127.0.0.1', path: '/client', method: 'PUT', agent: false}, function (res) {
    wire.log('client', res.headers.trailer, res.trailers);
    res.on('data', function () { wire.log('client', 'data', res.trailers); });
    res.on('end', function () { wire.log('client', 'end', res.trailers); server.close(); });
  });
  req.write('upload');
  req.addTrailers({'X-Up': 'load'});
  req.end();
}
