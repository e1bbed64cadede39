// Server and client in one process, printed as it happens: a request with a body, twice; then six at once.
var http = require('http');

function trace(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) { console.log(name, event, Buffer.isBuffer(value) ? String(value) : ''); });
  });
}
var server = http.createServer(function (request, response) {
  console.log('request', request.url);
  if (request.method === 'GET') return response.end('ok');
  trace('request', request, ['data', 'end', 'close']);
  trace('response', response, ['finish', 'close']);
  request.on('end', function () {
    response.write('one');
    response.end('two');
  });
});
server.on('connection', function (socket) {
  console.log('connection');
  if (socket.server._connections === 1) trace('connection', socket, ['end', 'close']);
});
function post(name, done) {
  var request = http.request({host: '127.0.0.1', port: server.address().port, path: '/' + name, method: 'POST'});
  trace(name, request, ['response', 'socket', 'finish']);
  request.on('socket', function (socket) {
    trace(name + ' socket', socket, ['connect', 'free', 'close']);
    socket.on('close', done);
  });
  request.on('response', function (response) { trace(name + ' response', response, ['data', 'end', 'close']); });
  request.write('x');
  request.end('yz');
}
function getMany() {
  var left = 6;
  for (var i = 0; i < 6; i++) get('/' + i);
  function get(path) {
    var request = http.get({host: '127.0.0.1', port: server.address().port, path: path}, function (response) {
      console.log('response', path);
      response.resume();
      response.on('end', function () {
        console.log('end', path);
        if (!--left) server.close();
      });
    });
    trace(path, request, ['socket']);
  }
}
server.on('close', function () { console.log('closed'); });
server.listen(0, function () {
  post('first', function () { post('second', getMany); });
});
