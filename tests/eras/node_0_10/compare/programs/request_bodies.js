// Bodies with a length or in chunks, with extensions, trailers and encodings.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var got = '';
  if (req.url !== '/buffer') req.setEncoding(req.url.slice(1));
  wire.log('server', req.url, req.headers, 'trailers before', req.trailers);
  req.on('data', function (data) {
    if (req.url === '/buffer') wire.log('server', 'buffer', Buffer.isBuffer(data));
    got += data;
  });
  req.on('end', function () {
    wire.log('server', 'end', got, 'trailers after', req.trailers, req.complete);
    res.end(got);
  });
});
wire.askAll(server, [
  'POST /utf8 HTTP/1.1\r\nContent-Length: 6\r\nConnection: close\r\n\r\n\xe2\x82\xacabc',
  'POST /utf8 HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\n\xe2\r\n2\r\n\x82\xac\r\n0\r\n\r\n',
  'POST /hex HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc',
  'POST /base64 HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\na\r\n2\r\nbc\r\n1\r\nd\r\n0\r\n\r\n',
  'POST /buffer HTTP/1.1\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n3;ext=1\r\nabc\r\n0\r\n\r\n',
  'POST /ascii HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\nConnection: close\r\n\r\n' +
    'A\r\n0123456789\r\n0\r\nX-Sum: 9\r\nX-Sum: 10\r\nOther: t\r\n\r\n',
  'POST /utf8 HTTP/1.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  'POST /utf8 HTTP/1.1\r\nConnection: close\r\n\r\n',
  'GET /utf8 HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc'
]);
