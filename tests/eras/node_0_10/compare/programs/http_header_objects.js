// Headers as an object of a class, as one that inherits, and as nothing of the kind.
var http = require('http');
function Defaults() { this.A = '1'; } Defaults.prototype.B = '2';
var over = Object.create({C: '3'}); over.D = ['4', '5'];
var tests = [
  function (o) { o.headers = new Defaults(); }, function (o) { o.headers = over; }, function (o) { o.headers = null; },
  function (o) { o.headers = false; }, function (o) { o.headers = 7; }, function (o) { o.headers = 'x'; },
];
var s = http.createServer(function (q, r) { delete q.headers.host; console.log(q.headers); r.setHeader('Set', '1'); r.writeHead(200, over); r.addTrailers(new Defaults()); r.end(); });
s.listen(0, function next() {
  var t = tests.shift(); if (!t) return s.close();
  var o = {port: s.address().port, agent: false}; t(o);
  try { http.get(o, function (r) { r.resume(); r.on('end', function () { console.log(r.headers.set, r.headers.c, r.headers.d, r.trailers); next(); }); }); }
  catch (e) { console.log(String(e)); next(); }
});
