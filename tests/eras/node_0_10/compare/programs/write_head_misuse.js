// writeHead with statuses and headers it may not like; each case answers on its own connection.
var http = require('http');
var wire = require('./lib/wire');

var cases = {
  '/twice': function (res) { res.writeHead(200); res.writeHead(404); },
  '/set-after-head': function (res) { res.writeHead(200); res.setHeader('a', 'b'); },
  '/get-after-head': function (res) { res.setHeader('a', 'b'); res.writeHead(200); return res.getHeader('a'); },
  '/remove-after-head': function (res) { res.writeHead(200); res.removeHeader('a'); },
  '/get-no-set-after-head': function (res) { res.writeHead(200); return res.getHeader('a'); },
  '/string-status': function (res) { res.writeHead('201'); },
  '/name-number': function (res) { res.setHeader(5, 6); return res.getHeader('5'); },
  '/null-value': function (res) { res.setHeader('X', null); },
  '/true-value': function (res) { res.setHeader('X', true); return typeof res.getHeader('x'); },
  '/empty-value': function (res) { res.setHeader('X', ''); },
  '/empty-list': function (res) { res.setHeader('X', []); },
  '/sent-after-head': function (res) { res.writeHead(200); return res.headersSent; },
  '/trailers-string': function (res) { res.addTrailers({'X-T': 'v'}); return res.headersSent; }
};
var server = http.createServer(function (req, res) {
  try {
    wire.log('server', req.url, 'returned', String(cases[req.url](res)));
  } catch (error) {
    wire.log('server', req.url, 'threw', error.name, error.name === 'Error' ? error.message : '');
  }
  res.end('done');
});
wire.askAll(server, Object.keys(cases).map(function (path) {
  return 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
