var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var http = require('http'), net = require('net'), stream = require('stream');
var wire = require('./lib/wire');

var OK = wire.OK;

/** A request to a server that answers `text`; `use(request, server)`. The server closes with its first connection. */
function asking(text, options, use) {
  wire.answering(text, function (port, server) {
    var given = {host: '127.0.0.1', port: port, agent: false};
    Object.keys(options).forEach(function (name) { given[name] = options[name]; });
    var request = http.request(given);
    server.on('connection', function () { server.close(); });
    use(request, server);
  });
}

/** The bytes that a request sends which `use(request)` writes. */
function sent(use, done) {
  wire.sent(function (port) {
    var request = http.request({host: '127.0.0.1', port: port, agent: false, method: 'POST'});
    use(request);
    return request;
  }, done);
}

function body(text) { return text.split('\r\n\r\n').slice(1).join('\r\n\r\n'); }

function consumed(request, done) {
  request.on('response', function (response) {
    response.resume();
    response.on('end', done);
  });
}

check('http.ClientRequest writable: it is a Writable Stream and an EventEmitter', function (done) {
  asking(OK, {}, function (request) {
    var seen = [request instanceof stream, request instanceof require('events').EventEmitter, request.writable];
    consumed(request, function () { done(seen); });
    request.end();
  });
});
check('http.ClientRequest setHeader(name, value)', function (done) {
  sent(function (request) {
    request.setHeader('X-A', 'b');
    request.setHeader('x-many', ['c', 'd']);
    request.end();
  }, done);
});
check('http.ClientRequest setHeader() once the header was sent', function (done) {
  var said;
  sent(function (request) {
    request.write('x');
    said = thrown(function () { request.setHeader('X-A', 'b'); });
    request.end();
  }, function () { done(said); });
});
check('http.ClientRequest getHeader(name)', function (done) {
  asking(OK, {headers: {'X-A': 'b'}}, function (request) {
    var seen = [request.getHeader('x-a'), request.getHeader('x-none'), wire.masked(request.getHeader('HOST'))];
    consumed(request, function () { done(seen); });
    request.end();
  });
});
check('http.ClientRequest removeHeader(name)', function (done) {
  sent(function (request) {
    request.setHeader('X-A', 'b');
    request.removeHeader('x-a');
    request.removeHeader('Host');
    request.end();
  }, done);
});
check('http.ClientRequest write(chunk)', function (done) {
  sent(function (request) {
    request.write('one');
    request.write(new Buffer('two'));
    request.end();
  }, done);
});
check('http.ClientRequest write(chunk, encoding)', function (done) {
  sent(function (request) {
    request.write('\u00fc');
    request.write('\u00fc', 'utf8');
    request.write('\u00fc', 'binary');
    request.end();
  }, function (text) { done(body(text)); });
});
check('http.ClientRequest write() returns whether it was flushed', function (done) {
  var server = http.createServer(function (incoming, response) { resume = function () { incoming.pipe(response); }; });
  var resume;
  wire.listen(server, function (port) {
    var request = http.request({host: '127.0.0.1', port: port, agent: false, method: 'PUT'}), rounds = 0;
    request.on('response', function (response) {
      response.resume();
      response.on('end', function () {
        server.close();
        done(typeof rounds);
      });
    });
    request.on('drain', function () { request.end(); });
    (function fill() {
      while (request.write(new Buffer(65536)) !== false) rounds += 1;
      server.once('request', function () { resume(); });
    })();
  });
});
check('http.ClientRequest end()', function (done) {
  sent(function (request) { request.end(); }, done);
});
check('http.ClientRequest end(data)', function (done) {
  sent(function (request) { request.end('all of it'); }, done);
});
check('http.ClientRequest end(data, encoding)', function (done) {
  sent(function (request) { request.end('\u00fc', 'binary'); }, function (text) { done(body(text)); });
});
check('http.ClientRequest end(data) after write()', function (done) {
  sent(function (request) {
    request.write('one');
    request.end('two');
  }, function (text) { done(body(text)); });
});
check('http.ClientRequest abort() while it waits', function (done) {
  var server = http.createServer(function (incoming) {
    incoming.on('close', function () {
      server.close();
      setTimeout(function () { done(log); }, 10);
    });
    request.abort();
  }), log = [], request;
  wire.listen(server, function (port) {
    request = http.get({host: '127.0.0.1', port: port, agent: false});
    note(log, request, 'response close');
    request.on('error', function (error) { log.push(error.code, error.message); });
  });
});
check('http.ClientRequest abort() before it is connected', function (done) {
  var server = http.createServer();
  wire.listen(server, function (port) {
    var request = http.request({host: '127.0.0.1', port: port, agent: false}), log = [];
    note(log, request, 'response');
    request.on('error', function (error) { log.push(error.code); });
    request.on('close', function () {
      server.close();
      done(log);
    });
    request.end();
    request.abort();
  });
});
check('http.ClientRequest abort() while the response comes', function (done) {
  var server = http.createServer(function (incoming, response) { response.write('some'); }), log = [];
  wire.listen(server, function (port) {
    var request = http.get({host: '127.0.0.1', port: port, agent: false}, function (response) {
      note(log, response, 'close end');
      response.on('data', function (piece) {
        log.push(String(piece));
        request.abort();
      });
      response.on('end', function () {
        server.close();
        setTimeout(function () { done(log); }, 10);
      });
    });
  });
});
check('http.ClientRequest setTimeout(timeout, callback)', function (done) {
  var server = http.createServer(function () {});
  wire.listen(server, function (port) {
    var request = http.get({host: '127.0.0.1', port: port, agent: false}), given;
    request.on('error', function (error) {
      server.close();
      done(error.code);
    });
    given = request.setTimeout(20, function () {
      console.log('timed out', arguments.length, this === request, given, request.socket.destroyed);
      request.abort();
    });
  });
});
check('http.ClientRequest setTimeout(timeout)', function (done) {
  var server = http.createServer(function () {});
  wire.listen(server, function (port) {
    var request = http.get({host: '127.0.0.1', port: port, agent: false});
    request.on('error', function () {});
    request.on('socket', function (socket) {
      request.setTimeout(20);
      socket.on('timeout', function () {
        request.abort();
        server.close();
        done('the socket timed out');
      });
    });
  });
});

function passedOn(method, use, done) {
  asking(OK, {}, function (request) {
    var seen = [];
    request.on('socket', function (socket) {
      var before = socket[method];
      socket[method] = function () {
        seen.push([].slice.call(arguments));
        return before.apply(this, arguments);
      };
    });
    use(request);
    consumed(request, function () { done(seen); });
    request.end();
  });
}

check('http.ClientRequest setNoDelay(noDelay)', function (done) {
  passedOn('setNoDelay', function (request) { request.setNoDelay(true); }, done);
});
check('http.ClientRequest setNoDelay()', function (done) {
  passedOn('setNoDelay', function (request) { request.setNoDelay(); }, done);
});
check('http.ClientRequest setSocketKeepAlive(enable, initialDelay)', function (done) {
  passedOn('setKeepAlive', function (request) { request.setSocketKeepAlive(true, 1000); }, done);
});
check('http.ClientRequest setSocketKeepAlive()', function (done) {
  passedOn('setKeepAlive', function (request) { request.setSocketKeepAlive(); }, done);
});
check('http.ClientRequest pipe() into it', function (done) {
  sent(function (request) {
    var source = new stream.PassThrough();
    source.end('through the pipe');
    source.pipe(request);
  }, function (text) { done(body(text)); });
});

check('http.ClientRequest event response(response)', function (done) {
  asking(OK, {}, function (request) {
    request.on('response', function (response) {
      var seen = [arguments.length, response instanceof http.IncomingMessage, response.statusCode];
      response.resume();
      response.on('end', function () { done(seen); });
    });
    request.end();
  });
});
check('http.ClientRequest event response that nobody listens to', function (done) {
  asking(OK, {}, function (request) {
    request.on('close', function () { done(request.listeners('response').length); });
    request.end();
  });
});
check('http.ClientRequest event response whose data nobody consumes', function (done) {
  asking(OK, {}, function (request) {
    var log = [];
    request.on('response', function (response) {
      note(log, response, 'end');
      setTimeout(function () {
        log.push('resumed');
        response.on('end', function () { done(log); });
        response.resume();
      }, 20);
    });
    request.end();
  });
});
check('http.ClientRequest event socket(socket)', function (done) {
  asking(OK, {}, function (request) {
    var seen;
    request.on('socket', function (socket) { seen = [arguments.length, socket instanceof net.Socket, socket === request.socket]; });
    consumed(request, function () { done(seen); });
    request.end();
  });
});

function handedOver(event, answer, options, done) {
  asking(answer, options, function (request) {
    var seen = [];
    note(seen, request, 'response');
    request.on(event, function (response, socket, head) {
      seen.push(arguments.length, response.statusCode, response instanceof http.IncomingMessage, socket instanceof net.Socket);
      seen.push(Buffer.isBuffer(head), String(head), socket.listeners('data').length);
      socket.on('end', function () { done(seen); });
      socket.resume();
      socket.end();
    });
    request.end();
  });
}

var CONNECT = {method: 'CONNECT', path: 'here:80'}, CONNECTED = 'HTTP/1.1 200 Connection established\r\n\r\n';
var UPGRADE = {headers: {Connection: 'Upgrade', Upgrade: 'chat'}};
var UPGRADED = 'HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\n';

function left(answer, options, done) {
  asking(answer, options, function (request) {
    var log = [];
    note(log, request, 'response close');
    request.on('error', function (error) { log.push(error.message); });
    request.on('close', function () { done(log); });
    request.end();
  });
}

check('http.ClientRequest event connect(response, socket, head)', function (done) { handedOver('connect', CONNECTED, CONNECT, done); });
check('http.ClientRequest event connect that nobody listens to', function (done) { left(CONNECTED, CONNECT, done); });
check('http.ClientRequest event upgrade(response, socket, head)', function (done) { handedOver('upgrade', UPGRADED + 'first', UPGRADE, done); });
check('http.ClientRequest event upgrade that nobody listens to', function (done) { left(UPGRADED, UPGRADE, done); });
check('http.ClientRequest event continue()', function (done) {
  var server = http.createServer(function (request, response) {
    request.pipe(response);
  }), log = [];
  wire.listen(server, function (port) {
    var request = http.request({host: '127.0.0.1', port: port, agent: false, method: 'POST', headers: {Expect: '100-continue'}});
    note(log, request, 'response');
    request.on('continue', function () {
      log.push('continue ' + arguments.length);
      request.end('the body');
    });
    request.on('response', function (response) {
      response.on('data', function (piece) { log.push(String(piece)); });
      response.on('end', function () {
        server.close();
        done(log);
      });
    });
  });
});
check('http.ClientRequest event error(error) when nobody listens at that port', function (done) {
  var server = net.createServer();
  wire.listen(server, function (port) {
    server.close();
    http.get({host: '127.0.0.1', port: port, agent: false}).on('error', function (error) {
      done(arguments.length, error instanceof Error, error.code, error.errno, error.syscall, error.message);
    });
  });
});
check('http.ClientRequest event error(error) when the server hangs up', function (done) {
  asking('', {}, function (request) {
    request.on('error', function (error) { done(error.code, error.message); });
    request.end();
  });
});
check('http.ClientRequest event error(error) of what is no HTTP', function (done) {
  asking('nonsense\r\n\r\n', {}, function (request) {
    request.on('error', function (error) { done(error.code, error.bytesParsed, error.message); });
    request.end();
  });
});
check('http.ClientRequest event drain()', function (done) {
  var server = http.createServer(function (incoming, response) {
    incoming.resume();
    incoming.on('end', function () { response.end(); });
  });
  wire.listen(server, function (port) {
    var request = http.request({host: '127.0.0.1', port: port, agent: false, method: 'PUT'}), seen;
    consumed(request, function () {
      server.close();
      done(seen);
    });
    request.on('drain', function () {
      seen = arguments.length;
      request.end();
    });
    while (request.write(new Buffer(65536)) !== false);
  });
});
check('http.ClientRequest event finish()', function (done) {
  asking(OK, {}, function (request) {
    var log = [];
    note(log, request, 'finish');
    consumed(request, function () { done(log); });
    request.end();
  });
});
check('http.ClientRequest event timeout()', function (done) {
  var server = http.createServer(function () {});
  wire.listen(server, function (port) {
    var request = http.get({host: '127.0.0.1', port: port, agent: false});
    request.setTimeout(20);
    request.on('error', function () {
      server.close();
    });
    request.on('timeout', function () {
      var seen = arguments.length;
      request.on('close', function () { done(seen); });
      request.abort();
    });
  });
});
check('http.ClientRequest event close()', function (done) {
  asking(OK, {}, function (request) {
    consumed(request, function () {});
    request.on('close', function () { done(arguments.length); });
    request.end();
  });
});
check('http.ClientRequest event pipe(source)', function (done) {
  var seen, source = new stream.PassThrough();
  source.end('x');
  sent(function (request) {
    request.on('pipe', function (from) { seen = [arguments.length, from === source]; });
    source.pipe(request);
  }, function () { done(seen); });
});
