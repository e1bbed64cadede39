// What is no HTTP, encrypted: the connection is over, and nobody hears of an error.
var http = require('http'), https = require('https'), tls = require('tls'), pems = require('./lib/pems');

var server = https.createServer(pems.options('server'), function (req, res) { res.end(); });
console.log(server.listeners('clientError').length, http.createServer().listeners('clientError').length);
server.on('clientError', function (error) { console.log('clientError', error.message); });
server.on('secureConnection', function (stream) {
  stream.on('error', function (error) { console.log('stream error', error.message); });
  stream.on('close', function () { console.log('stream close'); });
});
server.listen(0, function () {
  var client = tls.connect({port: server.address().port, rejectUnauthorized: false}, function () { client.write('nonsense\r\n\r\n'); });
  client.on('data', function (text) { console.log('data', String(text)); });
  client.on('close', function () { server.close(); });
});
