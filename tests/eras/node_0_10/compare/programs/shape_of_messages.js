// The properties of requests and responses while they are served, and of sockets.
var http = require('http');
var net = require('net');
var shape = require('./lib/shape');

// Those inside Node: parsers, timers' lists, what was set on the way.
var INSIDE = /^(parser|on(data|end)|_idle\w+|_header(Sent)?|pipe|addListener|on|pause|resume|read|write|_consuming|_connectionKey)$/;
function show(name, object) {
  var own = Object.keys(object).filter(function (key) { return !INSIDE.test(key); });
  console.log(name + ': ' + own.join(' '));
  var enumerated = [];
  for (var key in object) if (object.hasOwnProperty(key) && !INSIDE.test(key)) enumerated.push(key);
  if (String(enumerated) !== String(own)) console.log('  enumerated: ' + enumerated);
}

['IncomingMessage', 'OutgoingMessage', 'ServerResponse', 'ClientRequest'].forEach(function (name) {
  console.log(http[name].name, http[name].length, http[name].super_.name);
});

var server = http.createServer(function (request, response) {
  show('request', request);
  console.log(request.hasOwnProperty('headers'), request.hasOwnProperty('setTimeout'), request.client === request.socket);
  show('response', response);
  console.log(response.hasOwnProperty('statusCode'), response.hasOwnProperty('headersSent'), 'headersSent' in response);
  response.statusCode = 201;
  response.mine = 1;
  request.user = {name: 'n'};
  show('response, changed', response);
  show('request, changed', request);
  response.setHeader('A', 'b');
  console.log(response.hasOwnProperty('_headers'), response.hasOwnProperty('_headerNames'), response._headers);
  response.end('x');
});
server.listen(0, function () {
  var request = http.get({port: server.address().port, path: '/p'}, function (response) {
    show('client response', response);
    response.resume();
    response.on('end', function () { server.close(); });
  });
  show('client request', request);
});

server.on('close', function () {
  var echo = net.createServer(function (socket) {
    show('accepted', socket);
    console.log(socket.hasOwnProperty('remoteAddress'), socket.hasOwnProperty('bytesRead'), 'remoteAddress' in socket);
    socket.end();
    echo.close();
  });
  echo.listen(0, function () {
    var socket = net.connect(echo.address().port);
    show('connecting', socket);
    socket.resume();
  });
});
