// Content-Length and Transfer-Encoding that the program sets itself: identity, both, wrong lengths.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var answers = {
  identity: function (res) { res.writeHead(200, {'Transfer-Encoding': 'identity'}); res.write('ab'); res.end('c'); },
  'identity by setHeader': function (res) { res.setHeader('transfer-encoding', 'identity'); res.end('abc'); },
  'chunked set': function (res) { res.writeHead(200, {'Transfer-Encoding': 'chunked'}); res.end('abc'); },
  'too short': function (res) { res.writeHead(200, {'Content-Length': 2}); res.end('abc'); },
  'too long': function (res) { res.writeHead(200, {'Content-Length': 5, Connection: 'close'}); res.end('abc'); },
  'removed': function (res) { res.removeHeader('Transfer-Encoding'); res.removeHeader('Date'); res.write('abc'); res.end(); },
  'length then more': function (res) { res.setHeader('Content-Length', '3'); res.write('a'); res.write('bc'); res.end(); },
  'no chunking': function (res) { res.useChunkedEncodingByDefault = false; res.write('a'); res.end('b'); },
  'end alone': function (res) { res.end('\u20ac'); },
  'end buffer': function (res) { res.end(new Buffer('xyz')); },
  'end nothing': function (res) { res.end(); }
};
var kind, list = [];
var server = http.createServer(function (req, res) { answers[kind](res); wire.log('server', kind, res.chunkedEncoding, res.shouldKeepAlive); });
['1.1', '1.0'].forEach(function (version) { Object.keys(answers).forEach(function (name) { list.push([version, name]); }); });
server.listen(0, '127.0.0.1', function next() {
  var c = list.shift();
  if (!c) { server.close(); return requests(); }
  kind = c[1];
  wire.ask(server.address().port, 'GET / HTTP/' + c[0] + '\r\nConnection: close\r\n\r\n', function (got) {
    wire.log('wire', c, wire.mask(got).split('\r\n'));
    next();
  });
});
function requests() {
  var asked = {
    'get': {}, 'post': {method: 'POST'}, 'post length': {method: 'POST', headers: {'Content-Length': 3}}, 'post chunked': {method: 'POST', headers: {'Transfer-Encoding': 'chunked'}},
    'get chunked': {headers: {'Transfer-Encoding': 'chunked'}}, 'post identity': {method: 'POST', headers: {'Transfer-Encoding': 'identity'}}, 'delete': {method: 'DELETE'}, 'put': {method: 'PUT'},
    'head': {method: 'HEAD'}, 'options': {method: 'OPTIONS'}
  };
  var got = '', raw = net.createServer(function (socket) {
    socket.setEncoding('utf8');
    socket.on('data', function (text) { got += text; clearTimeout(socket.timer); socket.timer = setTimeout(function () { socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'); }, 20); });
  }).listen(0, '127.0.0.1', function () {
    var todo = [];
    Object.keys(asked).forEach(function (name) { ['end', 'write', 'nothing'].forEach(function (how) { todo.push([name, how]); }); });
    (function next() {
      var c = todo.shift();
      if (!c) return raw.close();
      got = '';
      var options = {port: raw.address().port, host: '127.0.0.1', agent: false};
      Object.keys(asked[c[0]]).forEach(function (key) { options[key] = asked[c[0]][key]; });
      var req = http.request(options, function (res) { res.resume(); });
      req.on('error', function (error) { wire.log('requests', c, error.message); });
      req.on('close', function () { wire.log('requests', c, wire.mask(got).split('\r\n')); next(); });
      if (c[1] === 'end') req.end('abc');
      else if (c[1] === 'write') { req.write('ab'); req.end('c'); } else req.end();
    })();
  });
}
