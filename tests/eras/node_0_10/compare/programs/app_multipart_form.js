// A form with files, taken apart by hand on buffers as they come, at every chunk size.
var http = require('http'), crypto = require('crypto');

function Multipart(boundary) {
  this.boundary = new Buffer('\r\n--' + boundary);
  this.rest = new Buffer('\r\n');
  this.parts = [];
}
Multipart.prototype.write = function (chunk) {
  this.rest = Buffer.concat([this.rest, chunk]);
  for (var at; (at = find(this.rest, this.boundary)) >= 0;) {
    if (this.rest.length < at + this.boundary.length + 2) return;
    if (this.part) this.part.end(this.rest.slice(0, at));
    var after = at + this.boundary.length;
    if (this.rest.toString('ascii', after, after + 2) === '--') { this.part = null; this.ended = true; return; }
    this.rest = this.rest.slice(after);
    this.part = new Part();
    this.parts.push(this.part);
  }
};
function Part() {}
Part.prototype.end = function (bytes) {
  var split = find(bytes, new Buffer('\r\n\r\n'));
  this.head = bytes.toString('utf8', 2, split);
  this.body = bytes.slice(split + 4);
};
function find(haystack, needle) {
  outer: for (var i = 0; i <= haystack.length - needle.length; i++) {
    for (var j = 0; j < needle.length; j++) if (haystack[i + j] !== needle[j]) continue outer;
    return i;
  }
  return -1;
}

var server = http.createServer(function (req, res) {
  var form = new Multipart(/boundary=(.*)/.exec(req.headers['content-type'])[1]);
  req.on('data', function (chunk) { form.write(chunk); });
  req.on('end', function () {
    res.end(form.parts.map(function (part) {
      var name = /name="([^"]*)"/.exec(part.head)[1];
      return name + ' ' + part.body.length + ' ' + crypto.createHash('sha1').update(part.body).digest('hex');
    }).join('\n') + '\n' + form.ended);
  });
});

var binary = new Buffer(256 * 3);
for (var i = 0; i < binary.length; i++) binary[i] = i;
var boundary = '----x' + 12345;
var body = Buffer.concat([
  new Buffer('--' + boundary + '\r\nContent-Disposition: form-data; name="title"\r\n\r\n\u20ac \ud83d\ude00\r\n'),
  new Buffer('--' + boundary + '\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n' +
    'Content-Type: application/octet-stream\r\n\r\n'), binary,
  new Buffer('\r\n--' + boundary + '\r\nContent-Disposition: form-data; name="empty"\r\n\r\n\r\n--' + boundary + '--\r\n')
]);
var sizes = [1, 7, 64, 1000, body.length];
server.listen(0, '127.0.0.1', function next() {
  var size = sizes.shift();
  if (!size) return server.close();
  var req = http.request({
    port: server.address().port, method: 'POST', agent: false,
    headers: {'Content-Type': 'multipart/form-data; boundary=' + boundary, 'Content-Length': body.length}
  }, function (res) {
    res.setEncoding('utf8');
    var text = '';
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () { console.log(size, text); next(); });
  });
  for (var at = 0; at < body.length; at += size) req.write(body.slice(at, at + size));
  req.end();
});
