// The balancer of its day: connections are handed to two forks in turn, and the answers come from both.
var cp = require('child_process');
var http = require('http');
var net = require('net');
if (process.argv[2]) {
  var answering = http.createServer(function (request, response) {
    response.end(process.argv[2] + ' ' + request.method + ' ' + request.url);
  });
  process.on('message', function (message, socket) {
    if (socket) answering.emit('connection', socket);
    else process.disconnect();
  });
} else {
  var forks = [cp.fork(__filename, ['first']), cp.fork(__filename, ['second'])];
  var turn = 0, answers = [];
  var server = net.createServer(function (socket) { forks[turn++ % 2].send('connection', socket); });
  var ask = function (number) {
    if (number === 6) {
      console.log(answers);
      forks.forEach(function (fork) { fork.send('bye'); });
      return server.close(function () { console.log('server closed'); });
    }
    http.get({ port: server.address().port, path: '/' + number, agent: false }, function (response) {
      var text = '';
      response.on('data', function (data) { text += data; });
      response.on('end', function () {
        answers.push(text);
        ask(number + 1);
      });
    });
  };
  // The connection is accepted unread, so that the fork gets the request.
  server.listen(0, '127.0.0.1', function () { ask(0); });
}
