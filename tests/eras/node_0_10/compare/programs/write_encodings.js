// Strings in every encoding, Buffers, and the chunk sizes that come of them.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  if (req.url === '/length') res.setHeader('Content-Length', 22);
  wire.log('server', res.write('h\u00e9llo'));
  wire.log('server', res.write('h\u00e9', 'utf8'));
  wire.log('server', res.write('h\u00e9', 'binary'));
  wire.log('server', res.write('hi', 'ascii'));
  wire.log('server', res.write(new Buffer([0, 255, 10])));
  wire.log('server', res.write(new Buffer(0)));
  if (req.url === '/length') {
    wire.log('server', res.write('6869', 'hex'));
    wire.log('server', res.write('aGk=', 'base64'));
    wire.log('server', res.end('hi', 'ucs2'));
  } else {
    wire.log('server', res.end('\u20ac'));
  }
});
wire.askAll(server, ['/', '/length'].map(function (path) {
  return 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
