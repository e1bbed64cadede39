// abort() at each stage of a request.
var http = require('http');
var wire = require('./lib/wire');

function trace(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (error) { wire.log(name, event, error && error.message ? [error.message, error.code] : ''); });
  });
}
var server = http.createServer(function (req, res) {
  var name = 'server ' + req.url;
  trace(name + ' req', req, ['end', 'close', 'aborted']);
  trace(name + ' res', res, ['finish', 'close']);
  req.resume();
  if (req.url !== '/after-socket') res.write('part');
});
var stages = {
  '/at-once': function (req) { req.abort(); },
  '/after-end': function (req) { req.end(); req.abort(); },
  '/on-socket': function (req) { req.end(); req.on('socket', function () { req.abort(); }); },
  '/on-response': function (req) { req.end(); req.on('response', function (res) { req.abort(); res.resume(); }); },
  '/on-data': function (req) { req.end(); req.on('response', function (res) { res.on('data', function () { req.abort(); }); }); },
  '/twice': function (req) { req.end(); req.on('response', function (res) { req.abort(); req.abort(); }); },
  '/destroy': function (req) { req.end(); req.on('response', function (res) { res.destroy(); }); }
};
server.listen(0, '127.0.0.1', function next() {
  var path = Object.keys(stages).shift();
  if (!path) return server.close();
  var req = http.request({port: server.address().port, host: '127.0.0.1', path: path, agent: false});
  trace('client ' + path + ' req', req, ['socket', 'response', 'error', 'close', 'finish']);
  req.on('response', function (res) { trace('client ' + path + ' res', res, ['end', 'close', 'aborted', 'error']); });
  stages[path](req);
  delete stages[path];
  var done = false;
  req.on('close', function () { if (!done) { done = true; setTimeout(next, 10); } });
});
