var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var fs = require('fs'), net = require('net'), os = require('os'), path = require('path'), spawn = require('child_process').spawn;
var wire = require('./lib/wire');

var UNIX = path.join(os.tmpdir(), 'eras-net-' + process.pid + '.sock');

function greet(socket) { socket.end('hi'); }

/** Connect to `options` and call `done(all that was heard)` when the other end is done. */
function hear(options, done) {
  var text = '', socket = net.connect(options);
  socket.on('data', function (piece) { text += piece; });
  socket.on('end', function () { done(text); });
  return socket;
}

function listening(listen, done) {
  var server = net.createServer(greet), log = [];
  note(log, server, 'listening');
  log.push('returns server: ' + (listen(server, function () { log.push('callback ' + arguments.length); }) === server));
  server.on('listening', function () {
    var address = server.address();
    hear(typeof address === 'string' ? {path: address} : {port: address.port}, function (text) {
      server.close();
      done(log, typeof address === 'string' ? address === UNIX : [address.address, address.family], text);
    });
  });
}

check('net createServer(options, connectionListener)', function (done) {
  var server = net.createServer({allowHalfOpen: true}, greet);
  done(server instanceof net.Server, server.listeners('connection')[0] === greet, server.allowHalfOpen);
});
check('net createServer(connectionListener)', function (done) {
  var server = net.createServer(greet);
  done(server instanceof net.Server, server.listeners('connection')[0] === greet, server.allowHalfOpen);
});
check('net createServer()', function (done) { done(net.createServer() instanceof net.Server, net.createServer().listeners('connection').length); });

function connecting(connect, done) {
  var server = net.createServer(greet), log = [];
  wire.listen(server, function (port) {
    var text = '', socket = connect(port, function () { log.push('callback ' + arguments.length); });
    socket.on('data', function (piece) { text += piece; });
    socket.on('close', function () {
      server.close();
      done(socket instanceof net.Socket, log, text);
    });
  });
}

function connectingUnix(connect, done) {
  var server = net.createServer(greet), log = [];
  server.listen(UNIX, function () {
    var text = '', socket = connect(UNIX, function () { log.push('callback ' + arguments.length); });
    socket.on('data', function (piece) { text += piece; });
    socket.on('close', function () {
      server.close();
      done(socket instanceof net.Socket, log, text);
    });
  });
}

check('net connect(options, connectionListener)', function (done) {
  connecting(function (port, listener) { return net.connect({port: port, host: '127.0.0.1'}, listener); }, done);
});
check('net connect(port)', function (done) { connecting(function (port) { return net.connect(port); }, done); });
check('net connect(port, host)', function (done) {
  connecting(function (port) { return net.connect(port, '127.0.0.1'); }, done);
});
check('net connect(port, host, connectListener)', function (done) {
  connecting(function (port, listener) { return net.connect(port, '127.0.0.1', listener); }, done);
});
check('net connect(path)', function (done) { connectingUnix(function (path) { return net.connect(path); }, done); });
check('net connect(path, connectListener)', function (done) {
  connectingUnix(function (path, listener) { return net.connect(path, listener); }, done);
});
check('net createConnection(options, connectionListener)', function (done) {
  connecting(function (port, listener) { return net.createConnection({port: port, host: '127.0.0.1'}, listener); }, done);
});
check('net createConnection(port)', function (done) { connecting(function (port) { return net.createConnection(port); }, done); });
check('net createConnection(port, host)', function (done) {
  connecting(function (port) { return net.createConnection(port, '127.0.0.1'); }, done);
});
check('net createConnection(port, host, connectListener)', function (done) {
  connecting(function (port, listener) { return net.createConnection(port, '127.0.0.1', listener); }, done);
});
check('net createConnection(path)', function (done) { connectingUnix(function (path) { return net.createConnection(path); }, done); });
check('net createConnection(path, connectListener)', function (done) {
  connectingUnix(function (path, listener) { return net.createConnection(path, listener); }, done);
});
check('net Server', function (done) { done(new net.Server() instanceof net.Server, net.Server() instanceof require('events').EventEmitter); });
check('net Socket', function (done) { done(new net.Socket() instanceof net.Socket, net.Socket() instanceof require('stream').Duplex); });
check('net isIP(input)', function (done) { done(['127.0.0.1', '::1', '1.2.3', 'localhost', '', '::ffff:1.2.3.4'].map(net.isIP)); });
check('net isIPv4(input)', function (done) { done(['127.0.0.1', '::1', '1.2.3.400'].map(net.isIPv4)); });
check('net isIPv6(input)', function (done) { done(['127.0.0.1', '::1', '::g'].map(net.isIPv6)); });

check('net option allowHalfOpen', function (done) {
  var server = net.createServer({allowHalfOpen: true}, function (socket) {
    socket.resume();
    socket.on('end', function () {
      setTimeout(function () { socket.end('after your end'); }, 10);
    });
  });
  wire.listen(server, function (port) {
    hear({port: port, allowHalfOpen: true}, function (text) {
      server.close();
      done(text);
    }).end();
  });
});
check('net option localAddress', function (done) {
  var server = net.createServer(function (socket) { socket.end(socket.remoteAddress); });
  wire.listen(server, function (port) {
    hear({port: port, host: '127.0.0.1', localAddress: '127.0.0.3'}, function (text) {
      server.close();
      done(text);
    });
  });
});
check('net option host default', function (done) {
  var server = net.createServer(greet).listen(0, function () {
    var options = {port: server.address().port};
    hear(options, function (text) {
      server.close();
      done(text, options.host);
    });
  });
});

check('net.Server listen(port)', function (done) { listening(function (server) { return server.listen(0); }, done); });
check('net.Server listen()', function (done) { listening(function (server) { return server.listen(); }, done); });
check('net.Server listen(port, listeningListener)', function (done) {
  listening(function (server, listener) { return server.listen(0, listener); }, done);
});
check('net.Server listen(port, host)', function (done) { listening(function (server) { return server.listen(0, '127.0.0.1'); }, done); });
check('net.Server listen(port, host, backlog, listeningListener)', function (done) {
  listening(function (server, listener) { return server.listen(0, '127.0.0.1', 1, listener); }, done);
});
check('net.Server listen(path, listeningListener)', function (done) {
  listening(function (server, listener) { return server.listen(UNIX, listener); }, done);
});
check('net.Server listen(handle, listeningListener)', function (done) {
  var other = net.createServer();
  wire.listen(other, function () {
    listening(function (server, listener) { return server.listen(other, listener); }, function (log, address, text) { done(log, text); });
  });
});
check('net.Server close(callback)', function (done) {
  var server = net.createServer(greet), log = [];
  wire.listen(server, function (port) {
    note(log, server, 'close');
    hear({port: port}, function () { server.close(function () { done(log, arguments.length, thrown(function () { server.close(); })); }); });
  });
});
check('net.Server address()', function (done) {
  var server = net.createServer();
  wire.listen(server, function (port) {
    var address = server.address();
    server.close();
    done(Object.keys(address).sort(), address.port === port, address.family, address.address, server.address());
  });
});
check('net.Server unref()', function (done) {
  ended("var server = require('net').createServer().listen(0, function () { server.unref(); console.log('on its own'); });", done);
});
check('net.Server ref()', function (done) {
  ended("var server = require('net').createServer().listen(0, function () { server.unref(); server.ref();" +
    " setTimeout(function () { server.close(); console.log('closed'); }, 20).unref(); });", done);
});
check('net.Server maxConnections', function (done) {
  var server = net.createServer(function (socket) { socket.write('in'); });
  server.maxConnections = 1;
  wire.listen(server, function (port) {
    var first = net.connect(port, function () {
      first.on('data', function () {
        wire.ask(port, 'x', function (heard) {
          first.end();
          server.close();
          done(server.maxConnections, heard);
        });
      });
    });
  });
});
check('net.Server connections', function (done) {
  var server = net.createServer(function (socket) {
    var seen = server.connections;
    socket.on('close', function () {
      server.close();
      done(seen, server.connections);
    });
    socket.end();
  });
  wire.listen(server, function (port) { net.connect(port).resume(); });
});
check('net.Server getConnections(callback)', function (done) {
  var server = net.createServer(function (socket) {
    server.getConnections(function (error, count) {
      server.close();
      socket.end();
      done(arguments.length, error, count);
    });
  });
  wire.listen(server, function (port) { net.connect(port).resume(); });
});
check('net.Server event listening()', function (done) {
  var server = net.createServer();
  server.on('listening', function () {
    done(arguments.length, this === server);
    server.close();
  });
  server.listen(0);
});
check('net.Server event connection(socket)', function (done) {
  var server = net.createServer();
  server.on('connection', function (socket) {
    done(arguments.length, socket instanceof net.Socket, this === server);
    socket.end();
    server.close();
  });
  wire.listen(server, function (port) { net.connect(port).resume(); });
});
check('net.Server event close()', function (done) {
  var server = net.createServer(greet), log = [];
  server.on('connection', function (socket) {
    note(log, socket, 'close');
    server.close();
  });
  server.on('close', function () { done(arguments.length, log); });
  wire.listen(server, function (port) { net.connect(port).resume(); });
});
check('net.Server event error(error)', function (done) {
  var first = net.createServer(), log = [];
  wire.listen(first, function (port) {
    var second = net.createServer();
    second.on('error', function (error) {
      first.close();
      done(arguments.length, error.code, error.errno, error.syscall, error.message);
    });
    second.listen(port, '127.0.0.1');
  });
});

/** What a program prints that must end by itself. */
function ended(program, done) {
  var child = spawn(process.execPath, [path.join(__dirname, 'lib', 'evaluate.js'), program], {stdio: ['ignore', 'pipe', 2]}), text = '';
  child.stdout.on('data', function (piece) { text += piece; });
  child.on('close', function (code) { done(text, code); });
}
