// The heads a client sends: defaults, case and order, methods, agents, auth.
var http = require('http');
var wire = require('./lib/wire');

var requests = [
  function (o) { http.get(o); },
  function (o) { http.request(o).end(); },
  function (o) { o.agent = false; http.get(o); },
  function (o) { o.path = '/a?b=c'; o.method = 'POST'; http.request(o).end('body'); },
  function (o) { o.method = 'POST'; var r = http.request(o); r.write('one'); r.end('two'); },
  function (o) { o.method = 'POST'; http.request(o).end(); },
  function (o) { o.method = 'PUT'; http.request(o).end(new Buffer('b')); },
  function (o) { o.method = 'DELETE'; http.request(o).end(); },
  function (o) { o.method = 'DELETE'; http.request(o).end('why'); },
  function (o) { o.method = 'HEAD'; http.request(o).end(); },
  function (o) { o.method = 'OPTIONS'; o.path = '*'; http.request(o).end(); },
  function (o) { o.method = 'CONNECT'; o.path = 'a:1'; http.request(o).on('error', noop).end(); },
  function (o) { o.method = 'post'; http.request(o).end('x'); },
  function (o) { o.auth = 'me:secret'; http.get(o); },
  function (o) { o.auth = 'me:secret'; o.headers = {authorization: 'Mine'}; http.get(o); },
  function (o) { o.headers = {'X-b': 1, 'x-A': 'two', 'X-List': ['p', 'q']}; http.get(o); },
  function (o) { o.headers = {host: 'example.com', Connection: 'close'}; http.get(o); },
  function (o) { o.headers = {HOST: 'example.com:99'}; http.get(o); },
  function (o) { o.headers = {Connection: 'keep-alive'}; o.agent = false; http.get(o); },
  function (o) { o.headers = {'Content-Length': 4}; o.method = 'POST'; http.request(o).end('four'); },
  function (o) { o.headers = {'Transfer-Encoding': 'chunked'}; http.request(o).end('x'); },
  function (o) { o.headers = {'Content-Length': 0}; http.request(o).end(); },
  function (o) { o.headers = [['X-P', '1'], ['X-P', '2'], ['Host', 'pairs']]; http.get(o); },
  function (o) { o.headers = {Expect: '100-continue'}; o.method = 'POST'; http.request(o).end('e'); },
  function (o) { o.setHost = false; o.hostname = '127.0.0.1'; o.host = 'nowhere.invalid'; http.get(o); },
  function (o) { o.headers = {Date: 'mine'}; o.method = 'TRACE'; http.request(o).end(); },
  function (o) { http.get('http://127.0.0.1:' + o.port + '/from/string?x=1#hash'); },
  function (o) { http.get('http://u:p%20q@127.0.0.1:' + o.port); },
  function (o) { http.request(o).end('get with body'); },
  function (o) { o.path = undefined; o.method = undefined; o.headers = undefined; http.get(o); }
];
function noop() {}
function complete(text) {
  var at = text.indexOf('\r\n\r\n');
  if (at < 0) return false;
  var length = /content-length: (\d+)/i.exec(text);
  if (length) return text.length >= at + 4 + Number(length[1]);
  return !/transfer-encoding: chunked/i.test(text.slice(0, at)) || /\r\n0\r\n\r\n$/.test(text);
}
var server = wire.answering(function (got, socket) {
  if (!complete(got)) return;
  socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  socket.on('close', next);
}, function () { next(); });
function next() {
  var request = requests.shift();
  if (!request) return server.close();
  wire.log('wire', '--');
  request({port: server.address().port, host: '127.0.0.1'});
}
