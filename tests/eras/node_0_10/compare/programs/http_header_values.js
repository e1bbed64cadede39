// Header values of every kind, given to setHeader, writeHead and request: numbers, lists, dates, booleans, objects, null.
var http = require('http');
var wire = require('./lib/wire');

var values = {
  number: 5, zero: 0, negative: -1.5, text: 'text', empty: '', list: ['a', 'b'], 'empty list': [], numbers: [1, 2], 'true': true, 'false': false,
  date: new Date(0), object: {toString: function () { return 'its text'; }}, plain: {a: 1}, undefined: undefined, 'null': null, 'list with nothing': [null, undefined, [null]], nan: NaN, latin: 'caf\u00e9', 'list of lists': [['x', 'y'], 'z']
};
function attempt(side, name, call) {
  try { call(); } catch (error) { wire.log(side, name, 'thrown', error.name, error.message); }
}
var names = Object.keys(values), at, how;
var server = http.createServer(function (req, res) {
  attempt('server', at, function () {
    if (how === 'setHeader') { res.setHeader('X-V', values[at]); wire.log('server', at, String(res.getHeader('x-v')), res.getHeader('x-v') === null, Array.isArray(res.getHeader('X-V'))); }
    else if (how === 'writeHead') res.writeHead(200, {'X-V': values[at]});
    else res.writeHead(200, [['X-V', values[at]], ['X-W', 'w']]);
  });
  attempt('server', at, function () { res.end(); });
  if (!res.finished) req.socket.destroy();
});
var hows = ['setHeader', 'writeHead', 'pairs'], list = [];
hows.forEach(function (h) { names.forEach(function (name) { list.push([h, name]); }); });
server.listen(0, '127.0.0.1', function next() {
  var c = list.shift();
  if (!c) return requests();
  how = c[0];
  at = c[1];
  wire.ask(server.address().port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', function (got) {
    wire.log('wire', how, at, got.split('\r\n').filter(function (line) { return /^X-/.test(line); }));
    next();
  });
});
function requests() {
  server.removeAllListeners('request');
  server.on('request', function (req, res) { wire.log('server', 'got', req.headers['x-v']); res.end(); });
  (function next() {
    var name = names.shift();
    if (!name) return server.close();
    var over = false;
    function done() { if (!over) { over = true; next(); } }
    attempt('client', name, function () {
      wire.log('server', '--', name);
      var req = http.request({port: server.address().port, host: '127.0.0.1', agent: false, headers: {'X-V': values[name]}}, function (res) { res.resume(); res.on('end', done); });
      req.on('error', function (error) { wire.log('client', name, error.message); done(); });
      attempt('client', name, function () { req.end(); });
      setTimeout(done, 200);
    });
  })();
}
