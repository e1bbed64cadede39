// Hello world on the 0.1 generation.
var http = require('http');

http.createServer(function (request, response) {
  response.sendHeader(200, {'Content-Type': 'text/plain'});
  response.sendBody('Hello World\n');
  response.finish();
}).listen(parseInt(process.ARGV[2], 10), '127.0.0.1');
