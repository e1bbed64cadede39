// What goes out on the connection of a request that was answered before its body was written.
var http = require('http');
var net = require('net');

var connections = [];
var server = net.createServer(function (socket) {
  var connection = {got: ''};
  connections.push(connection);
  socket.on('error', function () {});
  socket.on('data', function (data) {
    if (!connection.got) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    connection.got += data;
    if (/GET/.test(data)) over();
  });
});

server.listen(0, '127.0.0.1', function () {
  var options = {host: '127.0.0.1', port: server.address().port, agent: new http.Agent({maxSockets: 1})};
  options.method = 'POST';
  options.headers = {'Content-Length': 1000};
  http.request(options, function (response) { response.resume(); }).write('begun');
  delete options.headers;
  options.method = 'GET';
  http.get(options, function (response) { response.resume(); }).on('error', function () {});
});

function over() {
  var methods = connections.map(function (connection) { return connection.got.match(/GET|POST/g).join(' '); });
  console.log('a request behind half of another: ' + methods.join(', '));
  process.exit();
}
