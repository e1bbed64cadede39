// A proxy: pipes each request to the server whose port is its second argument.
var http = require('http');

http.createServer(function (request, response) {
  var options = {
    host: '127.0.0.1',
    port: parseInt(process.argv[3], 10),
    path: request.url,
    method: request.method,
    headers: request.headers
  };
  request.pipe(http.request(options, function (upstream) {
    response.writeHead(upstream.statusCode, upstream.headers);
    upstream.pipe(response);
  }));
}).listen(parseInt(process.argv[2], 10), '127.0.0.1');
