// With a host a server listens a tick later than without.
var net = require('net'), http = require('http');
var s = net.createServer();
s.listen(0, '127.0.0.1', function () { console.log('listening', !!s.address().port); s.close(); more(); });
console.log(s.address());
try { s.close(); } catch (e) { console.log(e.message); }
process.nextTick(function () { console.log('tick', !!s.address()); });
function more() {
  var t = net.createServer();
  t.listen(0, function () { console.log('l'); t.close(); names(); });
  console.log(!!t.address());
}
function names() {
  var h = http.createServer(); h.listen(0, 'localhost', function () { console.log('named', !!h.address());
    var g = http.createServer(); g.on('error', function (e) { console.log(e.code, e.message); h.close(); });
    g.listen(h.address().port, '127.0.0.1'); 
    g.on('listening', function(){console.log('no')});
  });
  console.log(h.address());
}
