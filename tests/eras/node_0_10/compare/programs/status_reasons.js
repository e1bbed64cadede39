// The reason phrase of every status, known or not.
var http = require('http');
var wire = require('./lib/wire');

console.log(JSON.stringify(http.STATUS_CODES, null, 1));
var server = http.createServer(function (req, res) {
  res.sendDate = false;
  res.writeHead(parseInt(req.url.slice(1), 10));
  res.end();
});
wire.askAll(server, [200, 201, 299, 302, 404, 418, 428, 499, 511, 599, 600, 999].map(function (status) {
  return 'GET /' + status + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
