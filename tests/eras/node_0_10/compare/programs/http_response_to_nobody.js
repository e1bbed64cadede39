// A client that left: what write and end still return, which events come, once and for a response that is piped to.
var http = require('http');
var net = require('net');
var stream = require('stream');
var wire = require('./lib/wire');

var when = {}, server = http.createServer(function (req, res) {
  var name = req.url;
  ['close', 'finish', 'drain', 'unpipe', 'error'].forEach(function (event) { res.on(event, function () { wire.log(name, 'res', event); }); });
  ['close', 'aborted', 'end'].forEach(function (event) { req.on(event, function () { wire.log(name, 'req', event); }); });
  req.resume();
  when[name](req, res);
});
function leaves(path, act, done) {
  when[path] = act;
  var client = net.connect(server.address().port, '127.0.0.1', function () { client.write('GET ' + path + ' HTTP/1.1\r\n\r\n'); });
  client.on('error', function () {});
  when[path + ' leave'] = function () { client.destroy(); };
  client.on('close', function () { setTimeout(done, 40); });
}
server.listen(0, '127.0.0.1', function () {
  leaves('/late', function (req, res) {
    when['/late leave']();
    res.on('close', function () { setTimeout(afterwards, 1); });
    function afterwards() {
      wire.log('/late', res.write('x'), res.headersSent, String(res.end('y')), res.finished, res.writable, String(res.write('z')));
      wire.log('/late', res.connection && res.connection.destroyed, req.connection.destroyed, String(req.connection.remoteAddress));
    }
  }, function () {
    leaves('/piped', function (req, res) {
      var source = new stream.Readable(), count = 0;
      source._read = function () { setTimeout(function () { source.push(count++ < 200 ? 'chunk' : null); }, 1); };
      source.pipe(res);
      source.on('end', function () { wire.log('/piped', 'source end', count); });
      setTimeout(when['/piped leave'], 5);
    }, function () {
      leaves('/in write', function (req, res) {
        res.write('x');
        when['/in write leave']();
        var gone = false;
        res.on('close', function () { gone = true; });
        var writes = 0, timer = setInterval(function () {
          if (++writes > 5 && gone) { clearInterval(timer); return void wire.log('/in write', String(res.end())); }
          res.write('more');
        }, 5);
      }, function () { setTimeout(function () { server.close(); }, 20); });
    });
  });
});
