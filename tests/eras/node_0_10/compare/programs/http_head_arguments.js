// What `writeHead` takes for headers, and headers with the names of what every object has.
var http = require('http'), net = require('net');
function raw(fn, done, reqtext) {
  var s = http.createServer(function (q, r) { try { fn(q, r); } catch (e) { console.log('threw ' + e); r.end(); } });
  s.listen(0, '127.0.0.1', function () {
    var c = net.connect(s.address().port, '127.0.0.1'), got = '';
    c.setEncoding('binary');
    c.on('data', function (d) { got += d; });
    c.on('end', function () { console.log(JSON.stringify(got.replace(/Date: [^\r]*/, 'D'))); s.close(done); });
    c.write(reqtext || 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n');
  });
}
function H() { this.Own = "1"; } H.prototype.Inherited = "2";
var list = [
  function (q, r) { r.writeHead(200, null, {A: 'b'}); r.end('x'); },
  function (q, r) { r.writeHead(200, undefined, {A: 'b'}); r.end('x'); },
  function (q, r) { r.writeHead(200, undefined, undefined); r.end('x'); },
  function (q, r) { r.setHeader('Z', 'z'); r.writeHead(200, null, {A: 'b'}); r.end('x'); },
  function (q, r) { r.writeHead(200, 5, {A: 'b'}); r.end('x'); },
  function (q, r) { r.writeHead(200, {C: 'd'}, {A: 'b'}); r.end('x'); },
  function (q, r) { r.writeHead(200, false, {A: 'b'}); r.end('x'); },
  function (q, r) { r.setHeader('X', null); r.end('x'); },
  function (q, r) { r.setHeader('X', undefined); r.end('x'); },
  function (q, r) { r.setHeader('X', null); console.log(r.getHeader('x'), r.getHeader('y')); r.end('x'); },
  function (q, r) { r.setHeader('constructor', 'a'); r.setHeader('toString', 'b'); r.setHeader('hasOwnProperty', 'c'); console.log(r.getHeader('valueOf'), r.getHeader('constructor')); r.end('x'); },
  function (q, r) { console.log(Object.keys(q.headers), q.headers.tostring, typeof q.headers.constructor, q.headers.hasownproperty, q.headers.__proto__ === Object.prototype); r.end('x'); },
  function (q, r) { r.writeHead(200, new H()); r.end("x"); },
  function (q, r) { r.writeHead(200, function () {}); r.end("x"); },
  function (q, r) { r.setHeader("q","1"); r.writeHead(200, 5); r.end("x"); },
  function (q, r) { r.writeHead(200, true); r.end("x"); },
  function (q, r) { r.writeHead(200, ""); r.end("x"); },
];
(function next(i) {
  if (i == list.length) return;
  console.log(i);
  raw(list[i], function () { next(i + 1); }, i == 11 ? 'GET / HTTP/1.1\r\nConnection: close\r\nconstructor: a\r\ntoString: b\r\nhasOwnProperty: c\r\nvalueOf: d\r\nx-constructor: 1\r\n__proto__: 5\r\nhasownproperty: 7\r\n\r\n' : null);
})(0);
