// The head the server makes by itself when writeHead is never called.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  switch (req.url) {
    case '/end': return res.end();
    case '/end-text': return res.end('hello');
    case '/end-buffer': return res.end(new Buffer('hello'));
    case '/end-utf8': return res.end('h\u00e9llo');
    case '/end-empty': return res.end('');
    case '/write-end': res.write('hello'); return res.end();
    case '/write-end-text': res.write('hello'); return res.end('world');
    case '/write-twice': res.write('hello'); res.write('world'); return res.end();
    case '/status': res.statusCode = 404; return res.end('no');
    case '/header': res.setHeader('X-One', '1'); return res.end('yes');
    case '/header-status': res.setHeader('x-one', 1); res.statusCode = 500; return res.end();
  }
});
var close = ' HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
wire.askAll(server, ['/end', '/end-text', '/end-buffer', '/end-utf8', '/end-empty', '/write-end', '/write-end-text',
  '/write-twice', '/status', '/header', '/header-status'].map(function (path) { return 'GET ' + path + close; }));
