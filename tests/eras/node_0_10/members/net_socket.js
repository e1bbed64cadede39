var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var net = require('net'), os = require('os'), path = require('path'), spawn = require('child_process').spawn, stream = require('stream');
var wire = require('./lib/wire');

/** A server whose one connection is handled by `serve(socket)`; `use(port, server)`. It closes with that connection. */
function serving(serve, use) {
  var server = net.createServer({allowHalfOpen: true}, function (socket) {
    server.close();
    socket.on('error', function () {});
    serve(socket);
  });
  wire.listen(server, function (port) { use(port, server); });
}

function greet(socket) { socket.end('hi'); }
function echo(socket) { socket.pipe(socket); }

function heard(socket, done) {
  var text = '';
  socket.on('data', function (piece) { text += piece; });
  socket.on('end', function () { done(text); });
}

check('net.Socket readable and writable: it is a Duplex Stream', function (done) {
  done(new net.Socket() instanceof stream.Duplex, new net.Socket() instanceof stream.Readable, new net.Socket({allowHalfOpen: true}).allowHalfOpen);
});
check('net.Socket new Socket({fd})', function (done) {
  var spawned = spawn(process.execPath, [path.join(__dirname, 'lib', 'evaluate.js'),
    "var socket = new (require('net').Socket)({fd: 3}); socket.end('from a descriptor');"], {stdio: ['ignore', 'ignore', 2, 'pipe']});
  var text, status, left = 2;
  function over() { if (--left === 0) done(text, status); }
  spawned.on('exit', function (code) {
    status = code;
    over();
  });
  heard(spawned.stdio[3], function (all) {
    text = all;
    over();
  });
});
check('net.Socket connect(port, host, connectListener)', function (done) {
  serving(greet, function (port) {
    var socket = new net.Socket(), log = [];
    log.push(socket.connect(port, '127.0.0.1', function () { log.push('connected'); }) === socket);
    heard(socket, function (text) { done(log, text); });
  });
});
check('net.Socket connect(port, connectListener)', function (done) {
  serving(greet, function (port) {
    var socket = new net.Socket(), log = [];
    socket.connect(port, function () { log.push('connected'); });
    heard(socket, function (text) { done(log, text); });
  });
});
check('net.Socket connect(options)', function (done) {
  serving(greet, function (port) {
    var socket = new net.Socket();
    socket.connect({port: port, host: '127.0.0.1'});
    heard(socket, done);
  });
});
check('net.Socket connect(path, connectListener)', function (done) {
  var unix = path.join(os.tmpdir(), 'eras-socket-' + process.pid + '.sock'), server = net.createServer(greet);
  server.listen(unix, function () {
    var socket = new net.Socket(), log = [];
    socket.connect(unix, function () { log.push('connected'); });
    heard(socket, function (text) {
      server.close();
      done(log, text);
    });
  });
});
check('net.Socket bufferSize', function (done) {
  var other;
  serving(function (socket) { other = socket; }, function (port) {
    var socket = net.connect(port, '127.0.0.1', function () {
      var seen = [socket.bufferSize];
      while (socket.bufferSize === 0) socket.write(new Buffer(65536));
      socket.on('drain', function () {
        done(seen, socket.bufferSize);
        socket.end();
      });
      (function resume() {
        if (!other) return setTimeout(resume, 5);
        other.resume();
        other.on('end', function () { other.end(); });
      })();
    });
  });
});
check('net.Socket setEncoding(encoding)', function (done) {
  serving(function (socket) { socket.end(new Buffer([255, 1])); }, function (port) {
    var socket = net.connect(port);
    socket.setEncoding('hex');
    socket.on('data', function (piece) { done(typeof piece, piece); });
  });
});
check('net.Socket write(data)', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port, function () {
      var given = [socket.write('text '), socket.write(new Buffer('bytes'))];
      heard(socket, function (text) { done(given, text); });
      socket.end();
    });
  });
});
check('net.Socket write(data, encoding)', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port);
    socket.write('68', 'hex');
    socket.write('aQ==', 'base64');
    heard(socket, done);
    socket.end();
  });
});
check('net.Socket write(data, encoding, callback)', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port), log = [];
    socket.write('x', 'utf8', function () { log.push('first ' + arguments.length); });
    socket.write('y', function () {
      log.push('second');
      socket.end();
    });
    heard(socket, function (text) { done(log, text); });
  });
});
check('net.Socket write() after end()', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port);
    socket.on('error', function (error) { done(error.code, error.message); });
    socket.resume();
    socket.end();
    socket.write('too late');
  });
});
check('net.Socket end()', function (done) {
  serving(function (socket) {
    heard(socket, function (text) { socket.end('heard ' + text); });
  }, function (port) {
    var socket = net.connect({port: port, allowHalfOpen: true});
    socket.write('x');
    socket.end();
    heard(socket, function (text) { done(text, socket.writable); });
  });
});
check('net.Socket end(data, encoding)', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port);
    socket.end('6869', 'hex');
    heard(socket, done);
  });
});
check('net.Socket destroy()', function (done) {
  serving(function (socket) { socket.resume(); socket.on('end', function () { socket.end(); }); }, function (port) {
    var socket = net.connect(port, function () {
      var log = [];
      note(log, socket, 'end error');
      socket.on('close', function (hadError) { done(log, hadError, socket.destroyed); });
      socket.destroy();
    });
  });
});
check('net.Socket pause() and resume()', function (done) {
  serving(greet, function (port) {
    var log = [], socket = net.connect(port);
    socket.on('data', function (piece) { log.push(String(piece)); });
    socket.pause();
    setTimeout(function () {
      log.push('resume');
      socket.resume();
    }, 30);
    socket.on('end', function () { done(log); });
  });
});
check('net.Socket read()', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.once('readable', function () {
      done(String(socket.read()));
      socket.end();
      socket.resume();
    });
  });
});
check('net.Socket unshift(chunk)', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.once('readable', function () {
      socket.unshift(new Buffer('oh ' + socket.read()));
      heard(socket, done);
    });
  });
});
check('net.Socket pipe(destination)', function (done) {
  serving(greet, function (port) {
    var sink = new stream.PassThrough();
    net.connect(port).pipe(sink);
    heard(sink, done);
  });
});
check('net.Socket unpipe(destination)', function (done) {
  serving(greet, function (port) {
    var sink = new stream.PassThrough(), socket = net.connect(port);
    socket.pipe(sink);
    socket.unpipe(sink);
    heard(socket, function (text) { done(text, sink.read()); });
  });
});
check('net.Socket setTimeout(timeout, callback)', function (done) {
  serving(function (socket) { socket.resume(); socket.on('end', function () { socket.end(); }); }, function (port) {
    var socket = net.connect(port, function () {
      var log = [];
      note(log, socket, 'timeout');
      socket.setTimeout(20, function () {
        socket.setTimeout(0);
        socket.end();
        done(arguments.length, log, socket.destroyed);
      });
    });
  });
});
check('net.Socket setTimeout(0)', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port), log = [];
    socket.setTimeout(10, function () { log.push('timeout'); });
    socket.setTimeout(0);
    setTimeout(function () { heard(socket, function (text) { done(log, text); }); }, 40);
  });
});
check('net.Socket setNoDelay(noDelay)', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port, function () {
      var given = [socket.setNoDelay(), socket.setNoDelay(false), socket.setNoDelay(true)];
      heard(socket, function (text) { done(given, text); });
    });
  });
});
check('net.Socket setKeepAlive(enable, initialDelay)', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port, function () {
      var given = [socket.setKeepAlive(), socket.setKeepAlive(true, 1000), socket.setKeepAlive(false)];
      heard(socket, function (text) { done(given, text); });
    });
  });
});
check('net.Socket address()', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port, '127.0.0.1', function () {
      var address = socket.address(), same = address.port === socket.localPort;
      heard(socket, function () { done(Object.keys(address).sort(), address.address, address.family, same); });
    });
  });
});
check('net.Socket unref()', function (done) { survives('socket.unref();', done); });
check('net.Socket ref()', function (done) {
  survives("socket.unref(); socket.ref(); setTimeout(function () { socket.destroy(); }, 20).unref(); " +
    "socket.on('close', function () { console.log('closed'); });", done);
});
check('net.Socket remoteAddress', function (done) { where('remoteAddress', done); });
check('net.Socket remotePort', function (done) { where('remotePort', done); });
check('net.Socket localAddress', function (done) { where('localAddress', done); });
check('net.Socket localPort', function (done) { where('localPort', done); });
check('net.Socket bytesRead', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port), before = socket.bytesRead;
    heard(socket, function () { done(before, socket.bytesRead); });
  });
});
check('net.Socket bytesWritten', function (done) {
  serving(echo, function (port) {
    var socket = net.connect(port);
    socket.write('\u00fc');
    var before = socket.bytesWritten;
    socket.end('x');
    heard(socket, function () { done(before, socket.bytesWritten); });
  });
});

check('net.Socket readyState', function (done) {
  var log = [new net.Socket().readyState];
  serving(function (socket) {
    socket.resume();
    socket.on('end', function () { socket.end(); });
  }, function (port) {
    var socket = net.connect({port: port, allowHalfOpen: true});
    log.push(socket.readyState);
    socket.resume();
    socket.on('connect', function () {
      log.push(socket.readyState);
      socket.end();
      log.push(socket.readyState);
    });
    socket.on('close', function () { done(log, socket.readyState); });
  });
});

check('net.Socket event connect()', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.on('connect', function () {
      var seen = [arguments.length, this === socket];
      heard(socket, function () { done(seen); });
    });
  });
});
check('net.Socket event data(chunk)', function (done) {
  serving(greet, function (port) {
    net.connect(port).on('data', function (chunk) { done(arguments.length, Buffer.isBuffer(chunk), String(chunk)); });
  });
});
check('net.Socket event end()', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.resume();
    socket.on('end', function () { done(arguments.length); });
  });
});
check('net.Socket event timeout()', function (done) {
  serving(function (socket) { socket.resume(); socket.on('end', function () { socket.end(); }); }, function (port) {
    var socket = net.connect(port, function () { socket.setTimeout(20); });
    socket.on('timeout', function () {
      done(arguments.length, socket.writable);
      socket.destroy();
    });
  });
});
check('net.Socket event drain()', function (done) {
  serving(function (socket) { socket.resume(); socket.on('end', function () { socket.end(); }); }, function (port) {
    var socket = net.connect(port, function () {
      socket.on('drain', function () {
        done(arguments.length);
        socket.end();
      });
      while (socket.write(new Buffer(65536)) !== false);
    });
  });
});
check('net.Socket event error(error)', function (done) {
  var server = net.createServer();
  wire.listen(server, function (port) {
    server.close();
    var log = [], socket = net.connect(port, '127.0.0.1');
    socket.on('error', function (error) { log.push(arguments.length, error.code, error.errno, error.syscall, error.message); });
    socket.on('close', function (hadError) { done(log, hadError); });
  });
});
check('net.Socket event close(had_error)', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.resume();
    socket.on('close', function (hadError) { done(arguments.length, hadError); });
  });
});
check('net.Socket event readable()', function (done) {
  serving(greet, function (port) {
    var socket = net.connect(port);
    socket.once('readable', function () {
      done(arguments.length, String(socket.read()));
      socket.end();
      socket.resume();
    });
  });
});

function where(name, done) {
  var seen;
  serving(function (socket) {
    seen = socket[name];
    socket.end();
  }, function (port) {
    var socket = net.connect(port, '127.0.0.1');
    socket.resume();
    socket.on('connect', function () {
      var own = socket[name];
      socket.on('close', function () { done(typeof own === 'string' ? [own, seen] : [own === port, seen === port, typeof seen]); });
    });
  });
}

/** What a program prints that is connected, does `act` and must end by itself. */
function survives(act, done) {
  serving(function (socket) {
    socket.resume();
    socket.on('end', function () { socket.end(); });
  }, function (port) {
    var program = "var socket = require('net').connect(" + port + ", '127.0.0.1', function () { " + act + " console.log('connected'); });";
    var child = spawn(process.execPath, [path.join(__dirname, 'lib', 'evaluate.js'), program], {stdio: ['ignore', 'pipe', 2]}), text = '';
    child.stdout.on('data', function (piece) { text += piece; });
    child.on('close', function (code) { done(text, code); });
  });
}
