// When a request says `drain`: what is little goes out before there is a connection.
var http = require('http');
var s = http.createServer(function (q, r) { q.resume(); q.on('end', function () { r.end('ok'); }); });
var tests = [10, 20000, 100, 3000000];
s.listen(0, function next() {
  var size = tests.shift(); if (!size) return s.close();
  var r = http.request({port: s.address().port, method: 'POST', agent: false}, function (res) { res.resume(); res.on('end', function () { console.log('end'); next(); }); });
  console.log(size, r.write(new Buffer(size)));
  r.on('drain', function () { console.log('drain'); if (size == 100) { size = 0; return console.log('more', r.write(new Buffer(10)), r.write(new Buffer(20000))); } r.end(); });
  r.on('socket', function (so) { console.log('socket', so._connecting); if (size == 100) console.log('in socket', r.write('x'));  so.on('connect', function () { console.log('connect'); }); });
});
