// Statuses, headers, bodies and options of kinds that nobody meant to give.
var http = require('http');
var wire = require('./lib/wire');

function attempt(name, call) {
  try { wire.log(name, String(call())); } catch (error) { wire.log(name, error.name, error.message); }
}
function status(code) { return function (res) { res.writeHead(code); res.end('b'); }; }
function end(value) {
  return function (res) { attempt('end', function () { return res.end(value); }); wire.log('end', res.finished); res.end(); };
}
function pairs(set, given) {
  return function (res) { set.forEach(function (pair) { res.setHeader(pair[0], pair[1]); }); res.writeHead(200, given); res.end(); };
}

var cases = [
  'x', '204', '150', {}, [204], 99, 1000, '200', NaN, 200.5, true, -1, 100, 199
].map(status).concat([
  end(5), end({}), end([]), end(true), end(0), end(false), end(''),
  pairs([['A', '1'], ['Content-Type', 'x']], [['Content-Type', 'text/plain'], ['B', '2']]),
  pairs([['A', '1'], ['B', ['2', '3']]], [['B', '4'], ['B', '5']]),
  pairs([['A', '1']], [['a', '2']]),
  pairs([['A', '1']], []),
  function (res) {
    attempt('no status', function () { res.writeHead(undefined); });
    attempt('no status, then', function () { res.end(); });
    res.socket.destroy();
  }
]);

attempt('request', function () { return http.request(undefined); });

var server = http.createServer(function (req, res) {
  res.sendDate = false;
  cases.shift()(res);
});
wire.askAll(server, cases.map(function () { return 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'; }));
