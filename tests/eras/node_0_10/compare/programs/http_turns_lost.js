// Responses that wait for others on a connection that ends first: who finishes, who hears of the close, what is sent.
var http = require('http');
var wire = require('./lib/wire');

function trace(name, req, res) {
  ['aborted', 'close', 'end'].forEach(function (event) { req.on(event, function () { wire.log(name, req.url, 'req', event); }); });
  ['finish', 'close'].forEach(function (event) { res.on(event, function () { wire.log(name, req.url, 'res', event); }); });
}
function get(url, more) { return 'GET ' + url + ' HTTP/1.1\r\n' + (more || '') + '\r\n'; }
function late(act) { setImmediate(function () { setImmediate(act); }); }
function endAll(all) { all.forEach(function (res) { wire.log('ends', String(res.end('text'))); }); }

var JUNK = '\x16\x03\x01';
var cases = [
  ['nobody began', get('/1') + get('/2') + get('/3') + JUNK, endAll],
  ['the second began', get('/1') + get('/2') + get('/3') + JUNK, endAll, function (all) { all[1].write('early'); }],
  ['the first closes', get('/1') + get('/2') + JUNK, endAll, function (all) { all[0].setHeader('Connection', 'close'); }],
  ['the second may continue', get('/1') + get('/2', 'Expect: 100-continue\r\n') + JUNK, endAll],
  ['continue waits', get('/1') + get('/2', 'Expect: 100-continue\r\n'), function (all) {
    var socket = all[0].socket;
    all[0].end('one');
    all[1].end('two');
    socket.end();
  }],
  ['continue behind the end', get('/1', 'Connection: close\r\n'), function (all) { all[0].end('one'); all[0].writeContinue(); }],
  ['the socket is ended first', get('/1'), function (all) { all[0].socket.end(); endAll(all); }],
  ['the socket is destroyed first', get('/1') + get('/2'), function (all) { all[0].socket.destroy(); endAll(all); }],
  ['the second is destroyed', get('/1') + get('/2'), function (all) { all[1].destroy(); all[0].end('one'); }],
  ['an upgrade behind', get('/1') + get('/2', 'Connection: Upgrade\r\nUpgrade: other\r\n'), function (all) { all[0].write('in the tunnel'); all.tunnel.end(); }],
  ['an upgrade that nobody takes', get('/1') + get('/2', 'Connection: Upgrade\r\nUpgrade: other\r\n'), endAll]
];

(function next() {
  var one = cases.shift();
  if (!one) return;
  var all = [];
  var server = http.createServer(function (req, res) {
    trace(one[0], req, res);
    res.sendDate = false;
    all.push(res);
    if (all.length === 1) late(function () { one[2](all); });
    if (one[3] && all.length === one[1].split('GET').length - 1) one[3](all);
  });
  if (one[0] === 'an upgrade behind') server.on('upgrade', function (req, socket) {
    all.tunnel = socket;
    socket.on('close', function () { wire.log(one[0], 'tunnel close'); });
  });
  server.listen(0, '127.0.0.1', function () {
    wire.ask(server.address().port, one[1], function (got) {
      wire.show(got).forEach(function (line) { wire.log(one[0], '<', line); });
      server.close(next);
    });
  });
})();
