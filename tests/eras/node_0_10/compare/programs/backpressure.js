// A big response to a client that reads slowly: write says false, drain comes, nothing is lost.
var http = require('http');
var wire = require('./lib/wire');

var chunk = new Buffer(64 * 1024);
chunk.fill('x');
var server = http.createServer(function (req, res) {
  var left = 400;
  var refused = 0;
  var drains = 0;
  res.writeHead(200, {'Content-Length': left * chunk.length});
  res.on('finish', function () {
    wire.log('server', 'refused', refused > 0, 'as many drains', Math.abs(refused - drains) <= 1);
  });
  (function more() {
    while (left > 0) {
      left--;
      if (!res.write(chunk)) {
        refused++;
        if (left > 0) return res.once('drain', function () { drains++; more(); });
      }
    }
    res.end();
  })();
});
server.listen(0, '127.0.0.1', function () {
  http.get({port: server.address().port, host: '127.0.0.1'}, function (res) {
    var size = 0;
    res.on('data', function (data) {
      size += data.length;
      if (size < 300000) {
        res.pause();
        setTimeout(function () { res.resume(); }, 5);
      }
    });
    res.on('end', function () {
      wire.log('client', 'size', size);
      server.close();
    });
  });
});
