// destroy and end at every stage, of both sides.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function nothing() {}
var tests = {
  'at once': function (client) { client.destroy(); },
  'at once with an error': function (client) { client.destroy(new Error('mine')); },
  'in secureConnect': function (client) { client.on('secureConnect', function () { client.destroy(); }); },
  'end at once': function (client) { client.end(); },
  'end with data at once': function (client) { client.end('early'); },
  'end in secureConnect': function (client) { client.on('secureConnect', function () { client.end(); }); },
  'destroySoon after a write': function (client) {
    client.on('secureConnect', function () { client.write('soon'); client.destroySoon(); });
  },
  'write after end': function (client) {
    client.on('secureConnect', function () {
      client.end('last');
      client.write('too late');
    });
  }
};
(function next(names) {
  var name = names.shift();
  if (!name) return;
  var left = 2;
  function done() {
    if (!--left) server.close(function () { next(names); });
  }
  var server = pems.serve(pems.options('server'), function (stream) {
    stream.on('data', function (data) { wire.log(name + ' server', 'data', String(data)); });
    stream.on('end', function () { wire.log(name + ' server', 'end'); });
    stream.on('error', nothing);
  }, function (port) {
    var client = tls.connect({port: port, host: '127.0.0.1', rejectUnauthorized: false}, function () {
      wire.log(name, 'secureConnect');
    });
    ['end', 'finish', 'close'].forEach(function (event) {
      client.on(event, function () { wire.log(name, event); });
    });
    client.on('error', function (error) { wire.log(name, 'error', error.message); });
    client.on('close', done);
    client.resume();
    tests[name](client);
  });
  server.on('clientError', nothing);
  server.on('connection', function (socket) { socket.on('close', done); });
})(Object.keys(tests));
