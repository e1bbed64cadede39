// Answers one request to the socket that this process was given as its descriptor 3.
var server = require('http').createServer(function (request, response) {
  response.end('inherited');
  server.close();
});
server.listen({fd: 3}, function () { console.log('callback ' + arguments.length); });
