// Two servers and pipes between them: the program everybody wrote in 2013.
var http = require('http');
var wire = require('./lib/wire');

var origin = http.createServer(function (req, res) {
  res.writeHead(201, {'X-Origin': req.url, 'Content-Type': 'text/plain'});
  req.pipe(res);
});
var proxy = http.createServer(function (req, res) {
  var onward = http.request({port: origin.address().port, host: '127.0.0.1', path: '/via' + req.url,
    method: req.method, agent: false}, function (answer) {
    delete answer.headers.date;
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  req.pipe(onward);
});
origin.listen(0, '127.0.0.1', function () {
  proxy.on('close', function () { origin.close(); });
  wire.askAll(proxy, ['POST /a HTTP/1.1\r\nContent-Length: 7\r\nConnection: close\r\n\r\nthrough',
    'PUT /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n',
    'GET /c HTTP/1.1\r\nConnection: close\r\n\r\n']);
});
