// A big chunked upload piped through: sizes agree, and the client hears drain.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var size = 0;
  wire.log('server', req.headers['transfer-encoding'], String(req.headers['content-length']));
  req.on('data', function (data) { size += data.length; });
  req.on('end', function () { res.end(String(size)); });
});
server.listen(0, '127.0.0.1', function () {
  var req = http.request({port: server.address().port, host: '127.0.0.1', method: 'PUT'}, function (res) {
    var body = '';
    res.setEncoding('utf8');
    res.on('data', function (text) { body += text; });
    res.on('end', function () { wire.log('client', body); server.close(); });
  });
  var left = 100;
  var drained = false;
  req.on('drain', function () { drained = true; more(); });
  req.on('finish', function () { wire.log('client', 'finish', drained); });
  function more() {
    while (left > 0) {
      left--;
      if (!req.write(new Buffer(100000)) && left > 0) return;
    }
    if (left === 0) { left = -1; req.end(); }
  }
  more();
});
