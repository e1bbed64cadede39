// setTimeout of a client's request: before the socket, twice, with the agent's next request on the same socket.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  req.resume();
  if (req.url === '/slow') return void setTimeout(function () { res.end('slow'); }, 400);
  if (req.url === '/parts') { res.write('part'); return void setTimeout(function () { res.end('end'); }, 400); }
  res.end('quick');
});
function get(port, path, agent, name, with_) {
  var req = http.get({port: port, host: '127.0.0.1', path: path, agent: agent}, function (res) {
    wire.log(name, 'response', res.statusCode);
    res.on('end', function () { wire.log(name, 'end'); });
    if (with_.res) with_.res(res);
    res.resume();
  });
  ['timeout', 'error', 'close'].forEach(function (event) { req.on(event, function (e) { wire.log(name, event, e ? e.code : '', arguments.length); }); });
  if (with_.req) with_.req(req);
  return req;
}
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port, agent = new http.Agent({maxSockets: 1});
  get(port, '/slow', false, 'before socket', {req: function (req) { wire.log('before socket', String(req.setTimeout(20, function () { wire.log('before socket', 'callback', this === req); }))); }});
  get(port, '/slow', false, 'aborts', {req: function (req) { req.setTimeout(20, function () { req.abort(); }); }});
  get(port, '/slow', false, 'on socket', {req: function (req) { req.on('socket', function (socket) { socket.setTimeout(20); socket.once('timeout', function () { wire.log('on socket', 'socket timeout'); }); }); }});
  get(port, '/slow', false, 'cleared', {req: function (req) { req.setTimeout(20); req.clearTimeout(); }});
  get(port, '/slow', false, 'zero', {req: function (req) { req.setTimeout(20, function () { wire.log('zero', 'never'); }); req.setTimeout(0); }});
  get(port, '/parts', false, 'response', {res: function (res) { res.setTimeout(20, function () { wire.log('response', 'res timeout', arguments.length); }); }});
  get(port, '/quick', agent, 'first of agent', {req: function (req) { req.setTimeout(250); }});
  get(port, '/slow', agent, 'second of agent', {});
  setTimeout(function () { server.close(); }, 600);
});
