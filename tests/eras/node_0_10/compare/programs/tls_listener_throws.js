// Errors thrown in listeners, on both sides, are the program's; other connections go on.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

process.on('uncaughtException', function (error) { wire.log('uncaught', error.message); });
var server = pems.serve(pems.options('server'), function (stream) {
  stream.on('data', function (data) {
    stream.end(data);
    if (String(data) === 'data') throw new Error('in data');
  });
}, function (port) {
  function ask(text, throws, done) {
    var client = tls.connect(port, {rejectUnauthorized: false}, function () {
      client.write(text);
      if (throws) throw new Error('in secureConnect');
    });
    client.on('data', function (data) { wire.log(text, String(data)); });
    client.on('close', done);
  }
  ask('one', false, function () {
    ask('data', false, function () {
      ask('three', false, function () { server.close(); });
    });
  });
});
