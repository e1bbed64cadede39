// Hello world on every generation since writeHead, and on the real Node.
var http = require('http');

http.createServer(function (request, response) {
  response.writeHead(200, {'Content-Type': 'text/plain'});
  response.end('Hello World\n');
}).listen(parseInt(process.argv[2], 10), '127.0.0.1');
