var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var fs = require('fs'), spawn = require('child_process').spawn, http = require('http'), net = require('net'), os = require('os'), path = require('path');
var wire = require('./lib/wire');

var UNIX = path.join(os.tmpdir(), 'eras-members-' + process.pid + '.sock');

function hello(request, response) { response.end('hello ' + request.url); }

/** Call `listen(server)`, and `done` with what is there when it listens and what a client is answered. */
function listening(listen, done) {
  var server = http.createServer(hello), log = [];
  note(log, server, 'listening');
  log.push('returns server: ' + (listen(server, function () { log.push('callback ' + arguments.length); }) === server));
  server.on('listening', function () {
    var address = server.address();
    var where = typeof address === 'string' ? {path: address} : {port: address.port};
    var socket = net.connect(where, function () { socket.end(wire.GET); });
    var heard = '';
    socket.on('data', function (piece) { heard += piece; });
    socket.on('end', function () {
      server.close();
      done(log, typeof address === 'string' ? address === UNIX : [address.address, address.family], /hello \//.test(heard));
    });
  });
}

check('http.Server new Server(requestListener)', function (done) {
  var server = new http.Server(hello);
  wire.answer(server, wire.GET, function (heard) {
    done(server instanceof http.Server, http.Server(hello) instanceof http.Server, server.listeners('request')[0] === hello, heard);
  });
});
check('http.Server listen(port)', function (done) {
  listening(function (server) { return server.listen(0); }, done);
});
check('http.Server listen(port, callback)', function (done) {
  listening(function (server, callback) { return server.listen(0, callback); }, done);
});
check('http.Server listen(port, hostname)', function (done) {
  listening(function (server) { return server.listen(0, '127.0.0.1'); }, done);
});
check('http.Server listen(port, hostname, callback)', function (done) {
  listening(function (server, callback) { return server.listen(0, '127.0.0.1', callback); }, done);
});
check('http.Server listen(port, hostname, backlog)', function (done) {
  listening(function (server) { return server.listen(0, '127.0.0.1', 5); }, done);
});
check('http.Server listen(port, hostname, backlog, callback)', function (done) {
  listening(function (server, callback) { return server.listen(0, '127.0.0.1', 5, callback); }, done);
});
check('http.Server listen(path)', function (done) {
  listening(function (server) { return server.listen(UNIX); }, done);
});
check('http.Server listen(path, callback)', function (done) {
  listening(function (server, callback) { return server.listen(UNIX, callback); }, done);
});
check('http.Server listen(handle: a server, callback)', function (done) {
  var other = net.createServer();
  other.listen(0, '127.0.0.1', function () {
    listening(function (server, callback) { return server.listen(other, callback); }, function (log, address, answered) {
      done(log, answered);
    });
  });
});
function sockets() {
  var found = {};
  fs.readdirSync('/proc/self/fd').forEach(function (fd) {
    try { found[fs.readlinkSync('/proc/self/fd/' + fd)] = Number(fd); } catch (gone) {}
  });
  return found;
}

check('http.Server listen(handle: {fd}, callback)', function (done) {
  // In a process of its own, as no two servers of one process may watch the same descriptor.
  var before = sockets(), other = net.createServer();
  other.listen(0, '127.0.0.1', function () {
    var after = sockets();
    var fd = after[Object.keys(after).filter(function (link) { return /^socket/.test(link) && !(link in before); })[0]];
    var child = spawn(process.execPath, [path.join(__dirname, 'lib', 'inherited.js')], {stdio: ['ignore', 'pipe', 2, fd]});
    child.stdout.once('data', function (said) {
      var port = other.address().port;
      other.close();
      var answer, left = 2;
      function over() { if (--left === 0) done(String(said), answer); }
      child.on('exit', over);
      wire.ask(port, wire.GET, function (heard) {
        answer = heard;
        over();
      });
    });
  });
});
check('http.Server close()', function (done) {
  var server = http.createServer(hello);
  wire.listen(server, function (port) {
    server.close();
    net.connect(port, '127.0.0.1').on('error', function (error) { done(error.code, thrown(function () { server.close(); })); });
  });
});
check('http.Server close(callback)', function (done) {
  var server = http.createServer(hello), log = [];
  wire.listen(server, function (port) {
    note(log, server, 'close');
    server.close(function () { done(log, arguments.length); });
  });
});
check('http.Server address()', function (done) {
  var server = http.createServer(), before = server.address();
  wire.listen(server, function (port) {
    var address = server.address();
    server.close();
    done(before, Object.keys(address), address.address, address.family, address.port === port);
  });
});

function counted(limit, done) {
  var server = http.createServer(function (request, response) {
    response.end(String(Object.keys(request.headers).length));
  });
  if (limit !== undefined) server.maxHeadersCount = limit;
  var lines = [];
  for (var i = 0; i < 1200; i++) lines.push('X-' + i + ': ' + i);
  wire.answer(server, 'GET / HTTP/1.0\r\n' + lines.join('\r\n') + '\r\n\r\n', function (heard) { done(heard.split('\r\n\r\n')[1]); });
}

check('http.Server maxHeadersCount', function (done) { counted(7, done); });
check('http.Server maxHeadersCount default', function (done) { counted(undefined, done); });
check('http.Server maxHeadersCount: 0', function (done) { counted(0, done); });

check('http.Server timeout default', function (done) {
  done(http.createServer().timeout);
});
check('http.Server timeout', function (done) {
  var server = http.createServer(function () {}), log = [];
  server.timeout = 30;
  server.on('connection', function (socket) { note(log, socket, 'timeout'); });
  wire.answer(server, wire.GET, function (heard) { done(heard, log); });
});
check('http.Server timeout: new connections only', function (done) {
  var server = http.createServer(hello);
  wire.listen(server, function (port) {
    var first = net.connect(port, '127.0.0.1');
    server.once('connection', function (socket) {
      server.timeout = 20;
      var before = false;
      socket.on('timeout', function () { before = true; });
      wire.ask(port, '', function (heard) {
        first.end();
        server.close(function () { done(heard, 'the connection before timed out: ' + before); });
      });
    });
  });
});
check('http.Server timeout: 0', function (done) {
  var server = http.createServer(function (request, response) {
    var timedOut = false;
    request.socket.on('timeout', function () { timedOut = true; });
    setTimeout(function () { response.end(String(timedOut)); }, 60);
  });
  server.timeout = 30;
  server.timeout = 0;
  wire.answer(server, wire.GET, function (heard) { done(heard.split('\r\n\r\n')[1]); });
});
check('http.Server setTimeout(msecs, callback)', function (done) {
  var server = http.createServer(function () {}), given;
  given = server.setTimeout(30, function (socket) {
    var alive = !socket.destroyed;
    server.close(function () { done(given, server.timeout, socket instanceof net.Socket, alive, this === server); });
    socket.destroy();
  });
  wire.listen(server, function (port) { wire.ask(port, wire.GET, function () {}); });
});
check('http.Server setTimeout(msecs)', function (done) {
  var server = http.createServer(function () {});
  server.setTimeout(30);
  wire.answer(server, wire.GET, function (heard) { done(server.timeout, server.listeners('timeout').length, heard); });
});

check('http.Server event request(request, response)', function (done) {
  var server = http.createServer(), seen = [];
  server.on('request', function (request, response) {
    seen.push(arguments.length, request instanceof http.IncomingMessage, response instanceof http.ServerResponse, this === server);
    response.end();
  });
  var two = 'GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n';
  wire.answer(server, two, function () { done(seen); });
});
check('http.Server event connection(socket)', function (done) {
  var server = http.createServer(hello), seen;
  server.on('connection', function (socket) { seen = [arguments.length, socket instanceof net.Socket, socket]; });
  server.on('request', function (request) { seen[2] = seen[2] === request.connection; });
  wire.answer(server, wire.GET, function () { done(seen); });
});
check('http.Server event close()', function (done) {
  var server = http.createServer(hello);
  server.on('close', function () { done(arguments.length); });
  wire.answer(server, wire.GET, function () {});
});

var EXPECTS = 'POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi';

check('http.Server event checkContinue(request, response)', function (done) {
  var server = http.createServer(hello), seen = [];
  note(seen, server, 'request');
  server.on('checkContinue', function (request, response) {
    seen.push(arguments.length, request.headers.expect, response instanceof http.ServerResponse);
    response.writeContinue();
    response.end('welcome');
  });
  wire.answer(server, EXPECTS, function (heard) { done(seen, heard); });
});
check('http.Server event checkContinue that nobody listens to', function (done) {
  var server = http.createServer(hello);
  wire.answer(server, EXPECTS, function (heard) { done(server.listeners('checkContinue').length, heard); });
});

function handedOver(event, request, done) {
  var server = http.createServer(hello), seen = [];
  note(seen, server, 'request');
  server.on(event, function (request, socket, head) {
    seen.push(arguments.length, request.method, request.url, request instanceof http.IncomingMessage);
    seen.push(socket instanceof net.Socket, Buffer.isBuffer(head), String(head), socket.listeners('data').length);
    socket.on('data', function (piece) { socket.end('heard ' + piece); });
    socket.write('over to you\r\n');
  });
  wire.listen(server, function (port) {
    var socket = wire.ask(port, request + 'first', function (heard) {
      server.close();
      done(seen, heard);
    });
    socket.once('data', function () { socket.write('second'); });
  });
}

var CONNECT = 'CONNECT here:80 HTTP/1.1\r\n\r\n';
var UPGRADE = 'GET /chat HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\n';

check('http.Server event connect(request, socket, head)', function (done) { handedOver('connect', CONNECT, done); });
check('http.Server event connect that nobody listens to', function (done) {
  wire.answer(http.createServer(hello), CONNECT, done);
});
check('http.Server event upgrade(request, socket, head)', function (done) { handedOver('upgrade', UPGRADE, done); });
check('http.Server event upgrade that nobody listens to', function (done) {
  wire.answer(http.createServer(hello), UPGRADE, done);
});
check('http.Server event clientError(exception, socket)', function (done) {
  var server = http.createServer(hello), seen;
  server.on('clientError', function (exception, socket) {
    seen = [arguments.length, exception instanceof Error, exception.code, socket instanceof net.Socket, this === server];
    socket.destroy();
  });
  wire.answer(server, 'nonsense\r\n\r\n', function (heard) { done(seen, heard); });
});
check('http.Server event timeout(socket)', function (done) {
  var server = http.createServer(hello), seen;
  server.setTimeout(30);
  server.on('timeout', function (socket) {
    seen = [arguments.length, socket instanceof net.Socket, socket.destroyed];
    socket.end('too late');
  });
  wire.answer(server, 'GET / HTTP/1.1\r\n', function (heard) { done(seen, heard); });
});
check('http.Server event listening()', function (done) {
  var server = http.createServer(hello);
  server.on('listening', function () {
    done(arguments.length, typeof server.address().port);
    server.close();
  });
  server.listen(0);
});
check('http.Server event error(error)', function (done) {
  var first = http.createServer();
  wire.listen(first, function (port) {
    http.createServer().on('error', function (error) {
      first.close();
      done(arguments.length, error.code, error.syscall, error.message);
    }).listen(port, '127.0.0.1');
  });
});
