// setTimeout of requests and responses on the client: it only tells, it does not end anything.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  if (req.url === '/body') res.write('part');
});
server.listen(0, '127.0.0.1', function () {
  var options = {port: server.address().port, host: '127.0.0.1', agent: false};
  var req = http.get(options);
  wire.log('head', 'setTimeout', String(req.setTimeout(20, function () {
    wire.log('head', 'callback', arguments.length);
  })));
  req.on('timeout', function () { wire.log('head', 'timeout event', req.socket.destroyed); req.abort(); });
  req.on('error', function (error) { wire.log('head', 'error', error.message, error.code); });
  req.on('close', function () {
    options.path = '/body';
    var second = http.get(options, function (res) {
      res.resume();
      wire.log('body', 'setTimeout', String(res.setTimeout(20)));
      res.socket.on('timeout', function () {
        wire.log('body', 'socket timed out');
        second.abort();
      });
      ['aborted', 'end', 'close'].forEach(function (name) { res.on(name, function () { wire.log('body', 'res', name); }); });
    });
    second.setNoDelay(true);
    second.setSocketKeepAlive(true, 1000);
    second.on('close', function () { wire.log('body', 'close'); server.close(); });
  });
});
