// Status codes of every kind, reason phrases, writeHead twice, after setHeader, after write, and implicit heads.
var http = require('http');
var wire = require('./lib/wire');

var acts = {
  'text code': function (res) { res.writeHead('201'); },
  'unknown code': function (res) { res.writeHead(299); },
  'big code': function (res) { res.writeHead(999, 'Big'); },
  'small code': function (res) { res.writeHead(42); },
  'reason': function (res) { res.writeHead(200, 'Fine Indeed', {'X-A': 'a'}); },
  'empty reason': function (res) { res.writeHead(200, ''); },
  'twice': function (res) { res.writeHead(200); res.writeHead(404); },
  'set then write head': function (res) { res.setHeader('X-A', 'set'); res.setHeader('X-B', 'set'); res.writeHead(200, {'x-a': 'given', 'X-C': 'given'}); },
  'set then pairs': function (res) { res.setHeader('X-A', 'set'); res.writeHead(200, [['X-B', 'b1'], ['X-B', 'b2']]); },
  'cookies': function (res) { res.setHeader('Set-Cookie', ['a=1', 'b=2']); res.writeHead(200); },
  'cookies in head': function (res) { res.writeHead(200, {'Set-Cookie': ['a=1', 'b=2'], 'X-List': ['1', '2']}); },
  'set after head': function (res) { res.writeHead(200); res.setHeader('X', 'y'); },
  'remove after head': function (res) { res.writeHead(200); res.removeHeader('X'); },
  'get after head': function (res) { res.setHeader('X', 'y'); res.writeHead(200); wire.log('server', 'got', res.getHeader('x')); },
  'status property': function (res) { res.statusCode = 404; wire.log('server', res.headersSent); res.write(''); wire.log('server', res.headersSent, res.statusCode); },
  'status text': function (res) { res.statusCode = '202'; },
  'status after head': function (res) { res.writeHead(200); res.statusCode = 500; wire.log('server', res.statusCode); },
  'no names': function (res) { ['setHeader', 'getHeader', 'removeHeader'].forEach(function (name) { try { res[name](); } catch (e) { wire.log('server', name, e.message); } }); },
  'removed': function (res) { res.setHeader('X-Gone', '1'); res.removeHeader('x-GONE'); wire.log('server', String(res.getHeader('X-Gone'))); },
  'case': function (res) { res.setHeader('x-CaSe', '1'); res.setHeader('X-case', '2'); wire.log('server', res.getHeader('X-CASE')); },
  'date': function (res) { res.sendDate = false; },
  'own date': function (res) { res.setHeader('Date', 'today'); }
};
var at, server = http.createServer(function (req, res) {
  try { acts[at](res); } catch (error) { wire.log('server', at, 'thrown', error.name, error.message); }
  try { res.end('.'); } catch (error) { wire.log('server', at, 'end', error.message); req.socket.destroy(); }
});
var names = Object.keys(acts);
server.listen(0, '127.0.0.1', function next() {
  at = names.shift();
  if (!at) return server.close();
  wire.ask(server.address().port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', function (got) {
    wire.log('wire', at, wire.mask(got).split('\r\n'));
    next();
  });
});
