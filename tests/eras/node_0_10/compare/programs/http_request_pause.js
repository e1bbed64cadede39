// A request's body that is paused and resumed while the response is being written, and one that is never read.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var got = 0, name = req.url;
  if (name === '/unread') {
    res.end('answered at once');
    req.on('end', function () { wire.log('server', name, 'end'); });
    req.on('close', function () { wire.log('server', name, 'close'); });
    return;
  }
  req.pause();
  wire.log('server', name, 'paused', req.readable, req._readableState.flowing);
  res.write('before;');
  setTimeout(function () {
    wire.log('server', name, 'resume', got);
    req.resume();
  }, 20);
  var pauses = 0;
  req.on('data', function (data) {
    got += data.length;
    if (pauses++ === 1) { req.pause(); res.write('in between;'); setTimeout(function () { req.resume(); }, 10); }
  });
  req.on('end', function () { wire.log('server', name, 'end', got, req.readable, req.complete); res.end('got ' + got); });
});
function post(port, path, size, done) {
  var req = http.request({port: port, host: '127.0.0.1', path: path, method: 'POST', agent: false}, function (res) {
    var body = '';
    res.setEncoding('utf8');
    res.on('data', function (text) { body += text; });
    res.on('end', function () { wire.log('client', path, body); done(); });
  });
  req.on('error', function (error) { wire.log('client', path, error.code); });
  var block = new Buffer(size / 4);
  block.fill('b');
  wire.log('client', path, 'first write', req.write(block));
  req.write(block); req.write(block);
  req.end(block);
}
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  post(port, '/small', 400, function () {
    post(port, '/large', 1600000, function () {
      post(port, '/unread', 400, function () { server.close(); });
    });
  });
});
