// A head that is written when the response has ended goes nowhere, and node-static does it for each part it sends;
// only what setHeader kept makes it an error.
var http = require('http');
var wire = require('./lib/wire');

var ways = {
  '/length': function (response) {
    response.writeHead(206, {'Content-Length': 2});
    response.end('ab');
    response.writeHead(404, 'Late', {'Content-Length': 5, Connection: 'close'});
  },
  '/chunks': function (response) {
    response.write('a');
    response.end('b');
    response.writeHead(404, {'X-Late': 'yes'});
  },
  '/pairs': function (response) {
    response.end();
    response.writeHead(404, [['X-Late', 'yes']]);
  },
  '/set': function (response) {
    response.setHeader('X-Set', 'yes');
    response.end('a');
    response.writeHead(404);
  }
};
var server = http.createServer(function (request, response) {
  try {
    ways[request.url](response);
  } catch (error) {
    wire.log('server', request.url, error.message);
  }
  wire.log('server', request.url, response.statusCode, response.headersSent, response.write('late'), response.end('late'));
});
wire.askAll(server, Object.keys(ways).map(function (path) {
  return 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
