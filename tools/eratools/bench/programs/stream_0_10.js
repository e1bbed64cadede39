// Takes and gives big bodies: PUT counts what comes, GET /BYTES sends so many; `?slow` reads with
// pauses, `?once` sends all of it with one call.
var http = require('http');

var chunk = new Buffer(65536);
chunk.fill('x');

var bodies = {};

function whole(size) {
  if (!bodies[size]) {
    bodies[size] = new Buffer(size);
    bodies[size].fill('x');
  }
  return bodies[size];
}

function take(request, response) {
  var slow = /\?slow$/.test(request.url);
  var size = 0;
  request.on('data', function (data) {
    size += data.length;
    if (slow) {
      request.pause();
      setTimeout(function () { request.resume(); }, 1);
    }
  });
  request.on('end', function () { response.end(String(size)); });
}

function give(response, left) {
  while (left > 0) {
    var part = left >= chunk.length ? chunk : chunk.slice(0, left);
    left -= part.length;
    if (!response.write(part) && left > 0) return response.once('drain', function () { give(response, left); });
  }
  response.end();
}

http.createServer(function (request, response) {
  if (request.method === 'PUT') return take(request, response);
  var size = parseInt(request.url.slice(1), 10);
  response.writeHead(200, {'Content-Length': size});
  if (/\?once$/.test(request.url)) return response.end(whole(size));
  give(response, size);
}).listen(parseInt(process.argv[2], 10), '127.0.0.1');
