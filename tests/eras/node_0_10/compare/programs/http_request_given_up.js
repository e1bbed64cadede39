// What a request knows and tells whose response is out, or whose connection is gone, before it was read.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function late(act) { setImmediate(function () { setImmediate(act); }); }
function post(body, more) { return 'POST / HTTP/1.1\r\n' + (more || '') + 'Content-Length: ' + body.length + '\r\n\r\n' + body; }
function follow(name, req, events) {
  events.forEach(function (event) { req.on(event, function (data) { wire.log(name, event, data ? String(data) : ''); }); });
}
function state(name, req) { wire.log(name, 'readable', req.readable, 'complete', req.complete); }

var cases = [
  ['nobody reads', post('body'), function (req, res) { res.end(); }],
  ['read before the answer', post('body'), function (req, res) { follow('read before the answer', req, ['data', 'end']); req.on('end', function () { res.end(); }); }],
  ['destroyed while it flows', post('body'), function (req, res) { follow('destroyed while it flows', req, ['data', 'end', 'aborted', 'close']); res.destroy(); }],
  ['destroyed in data', post('body'), function (req, res) { follow('destroyed in data', req, ['data', 'end', 'aborted', 'close']); req.on('data', function () { res.destroy(); }); }],
  ['answered for good, readable', post('body', 'Connection: close\r\n'), function (req, res) {
    req.on('readable', function () { wire.log('answered for good, readable', 'readable', String(req.read())); });
    follow('answered for good, readable', req, ['end']);
    res.end();
  }],
  ['only the end is heard, after the client left', 'GET / HTTP/1.1\r\n\r\n', function (req, res) {
    follow('only the end is heard, after the client left', req, ['end', 'aborted', 'close']);
    req.on('close', function () { res.end(); });
  }, true],
  ['half a method', 'G', null, true],
  ['half a method behind a request', 'GET / HTTP/1.1\r\n\r\nGE', function () {}, true],
  ['a blank line behind a request', 'GET / HTTP/1.1\r\n\r\n\r\n', function (req, res) {}, true]
];

(function next() {
  var one = cases.shift();
  if (!one) return;
  var server = http.createServer(function (req, res) {
    one[2](req, res);
    late(function () { late(function () { state(one[0], req); if (!one[3]) req.socket.destroy(); }); });
  });
  server.on('clientError', function (error) { wire.log(one[0], error.code); });
  server.listen(0, '127.0.0.1', function () {
    wire.ask(server.address().port, one[1], function () { late(function () { server.close(next); }); }, one[3]);
  });
})();
