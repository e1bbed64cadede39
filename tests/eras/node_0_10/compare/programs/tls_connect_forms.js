// Every way to say where to connect, and what is said of a place where nobody listens.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var server = pems.serve(pems.options('server'), function (stream) { stream.end(String(stream.servername)); }, function (port) {
  var loose = {rejectUnauthorized: false};
  var tests = {
    'options': function (listener) {
      return tls.connect({port: port, host: '127.0.0.1', rejectUnauthorized: false}, listener);
    },
    'port, options': function (listener) { return tls.connect(port, loose, listener); },
    'port, host, options': function (listener) { return tls.connect(port, '127.0.0.1', loose, listener); },
    'port as text': function (listener) { return tls.connect(String(port), 'localhost', loose, listener); },
    'servername': function (listener) {
      return tls.connect(port, {servername: 'asked.example.org', rejectUnauthorized: false}, listener);
    },
    'no listener': function (listener) {
      var client = tls.connect(port, loose);
      client.on('secureConnect', listener);
      return client;
    },
    'trusted': function (listener) { return tls.connect(port, {ca: pems.ca}, listener); },
    'trusted by address': function (listener) { return tls.connect(port, '127.0.0.1', {ca: pems.ca}, listener); },
    'socket': function (listener) {
      return tls.connect({socket: net.connect(port), rejectUnauthorized: false, servername: 'x.y'}, listener);
    },
    'socket and port': function (listener) {
      return tls.connect(1, 'nowhere', {socket: net.connect(port), rejectUnauthorized: false}, listener);
    },
    'local address': function (listener) {
      return tls.connect({port: port, host: '127.0.0.1', localAddress: '127.0.0.2', rejectUnauthorized: false}, listener);
    }
  };
  (function next(names) {
    var name = names.shift();
    if (!name) return refused();
    var got = '';
    var client = tests[name](function () {
      wire.log(name, 'secureConnect', arguments.length, this === client, client.authorized, String(client.authorizationError));
      wire.log(name, client.remotePort === port, client.remoteAddress, client.address().family);
    });
    client.on('error', function (error) { wire.log(name, pems.error(error)); });
    client.on('data', function (data) { got += data; });
    client.on('close', function () { wire.log(name, 'got', got); next(names); });
  })(Object.keys(tests));

  function refused() {
    server.close(function () {
      var client = tls.connect(port, '127.0.0.1', loose, function () { wire.log('refused', 'secureConnect'); });
      client.on('error', function (error) { wire.log('refused', pems.error(error)); });
      client.on('end', function () { wire.log('refused', 'end'); });
      client.on('close', function (hadError) { wire.log('refused', 'close', String(hadError)); });
    });
  }
});
