// What is thrown in every kind of listener reaches uncaughtException, and the others go on.
var http = require('http');
var wire = require('./lib/wire');

process.on('uncaughtException', function (error) { wire.log('uncaught', error.message); });
function bang(where) { throw new Error('in ' + where); }
var server = http.createServer(function (req, res) {
  if (req.url === '/request') bang('request');
  if (req.url === '/data') { req.on('data', function () { bang('data'); }); req.on('end', function () { res.end('data'); }); return; }
  if (req.url === '/end') { req.resume(); req.on('end', function () { res.end('end'); bang('end'); }); return; }
  if (req.url === '/finish') { res.on('finish', function () { bang('finish'); }); return res.end('finish'); }
  if (req.url === '/after') { res.end('after'); bang('after'); }
  if (req.url === '/timer') { setTimeout(function () { res.end('timer'); bang('timer'); }, 1); return; }
  if (req.url === '/headers') { res.writeHead(200, {'X-Bad': {toString: function () { bang('toString'); }}}); return res.end(); }
  res.end('good');
});
server.on('connection', function (socket) { if (server.bangs) { server.bangs = false; bang('connection'); } });
server.on('clientError', function () { bang('clientError'); });
function get(path, options, done) {
  var over = false, socket;
  function finish(what) { if (over) return; over = true; wire.log('client', path, what); setTimeout(done, 5); }
  var req = http.request({port: server.address().port, host: '127.0.0.1', path: path, method: options.method || 'GET', agent: false}, function (res) {
    var body = '';
    if (options.response) { res.resume(); setTimeout(finish, 10, 'threw'); bang('response'); }
    res.on('data', function (data) { body += data; if (options.data) { setTimeout(finish, 10, 'threw'); bang('client data'); } });
    res.on('end', function () { finish(body); if (options.end) bang('client end'); });
  });
  req.on('error', function (error) { finish(error.code); if (options.error) bang('client error'); });
  req.on('socket', function () { setTimeout(function () { if (!over) req.abort(); }, 300); if (options.socket) { bang('socket'); } });
  req.on('close', function () { if (options.close) bang('client close'); });
  if (options.body) req.end('body'); else req.end();
}
var list = [['/good', {}], ['/request', {}], ['/end', {}], ['/finish', {}], ['/after', {}], ['/timer', {}], ['/headers', {}],
  ['/good', {response: true}], ['/good', {data: true}], ['/good', {end: true}], ['/good', {socket: true}], ['/good', {close: true}], ['/good', {}]];
server.listen(0, '127.0.0.1', function next() {
  var c = list.shift();
  if (!c) {
    return wire.ask(server.address().port, 'garbage\r\n\r\n', function (got) {
      wire.log('client', 'garbage', JSON.stringify(got));
      server.bangs = true;
      get('/good', {}, function () { server.close(); });
    });
  }
  wire.log('uncaught', '--', c);
  get(c[0], c[1], next);
});
