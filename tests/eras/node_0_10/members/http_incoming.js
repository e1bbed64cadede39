var check = require('../../checks').check, note = require('../../checks').note;
var http = require('http'), net = require('net'), stream = require('stream');
var wire = require('./lib/wire');

/** A server is sent `text`; `use(request, response)`, then `done(what the client was answered)`. */
function received(text, use, done) { wire.answer(http.createServer(use), text, done); }

/** A client is answered `text`; `use(response, request)`. */
function answered(text, use) {
  wire.answering(text, function (port, server) {
    server.on('connection', function () { server.close(); });
    var request = http.get({host: '127.0.0.1', port: port, agent: false}, function (response) { use(response, request); });
    request.on('error', function () {});
  });
}

function posted(body, more) {
  return 'POST /a?b=c HTTP/1.1\r\nConnection: close\r\n' + (more || '') + 'Content-Length: ' + body.length + '\r\n\r\n' + body;
}

var CHUNKED = 'POST / HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n' +
  '2\r\nhi\r\n3\r\n he\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\nFoo: a\r\n\r\n';
var ANSWER = 'HTTP/1.1 404 Not Here\r\nX-A: b\r\nSet-Cookie: 1\r\nSet-Cookie: 2\r\nContent-Length: 4\r\n\r\nbody';

check('http.IncomingMessage readable: it is a Readable Stream and an EventEmitter', function (done) {
  answered(ANSWER, function (response) {
    done(response instanceof stream.Readable, response instanceof require('events').EventEmitter, response.readable);
    response.resume();
  });
});
check('http.IncomingMessage httpVersion of a request', function (done) {
  var seen = [];
  received('GET / HTTP/1.0\r\n\r\n', function (request, response) {
    seen.push(request.httpVersion);
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage httpVersion of a response', function (done) {
  answered('HTTP/1.0 200 OK\r\n\r\n', function (response) {
    done(response.httpVersion);
    response.resume();
  });
});
check('http.IncomingMessage httpVersionMajor', function (done) {
  answered(ANSWER, function (response) {
    done(response.httpVersionMajor);
    response.resume();
  });
});
check('http.IncomingMessage httpVersionMinor', function (done) {
  var seen = [];
  received('GET / HTTP/1.0\r\n\r\n', function (request, response) {
    seen.push(request.httpVersionMajor, request.httpVersionMinor);
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage headers of a request', function (done) {
  var text = 'GET / HTTP/1.1\r\nHOST: Here\r\nX-Many: a\r\nX-many: b\r\nCookie: c=1\r\ncookie: d=2\r\nUser-Agent: e\r\nuser-agent: f\r\n' +
    'Set-Cookie: g\r\nConnection: close\r\n\r\n', seen;
  received(text, function (request, response) {
    seen = request.headers;
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage headers of a response', function (done) {
  answered(ANSWER, function (response) {
    done(response.headers);
    response.resume();
  });
});
check('http.IncomingMessage trailers', function (done) {
  var seen;
  received(CHUNKED, function (request, response) {
    seen = [Object.keys(request.trailers)];
    request.resume();
    request.on('end', function () {
      seen.push(request.trailers);
      response.end();
    });
  }, function () { done(seen); });
});
check('http.IncomingMessage setTimeout(msecs, callback) of a request', function (done) {
  var seen = [];
  received('POST / HTTP/1.1\r\nContent-Length: 9\r\nConnection: close\r\n\r\n', function (request, response) {
    note(seen, request.socket, 'timeout');
    seen.push(request.setTimeout(20, function () {
      seen.push(arguments.length, request.socket.destroyed);
      response.end('late');
    }));
  }, function (answer) { done(seen, answer); });
});
check('http.IncomingMessage setTimeout(msecs, callback) of a response', function (done) {
  var server = http.createServer(function (request, response) { response.write('some'); }), log = [];
  wire.listen(server, function (port) {
    http.get({host: '127.0.0.1', port: port, agent: false}, function (response) {
      response.resume();
      response.setTimeout(20, function () { log.push('callback'); });
      response.socket.on('timeout', function () {
        response.socket.destroy();
        server.close();
        done(response.listeners('timeout').length, log);
      });
    });
  });
});
check('http.IncomingMessage method', function (done) {
  var seen;
  received(posted('x'), function (request, response) {
    seen = request.method;
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage method of a response', function (done) {
  answered(ANSWER, function (response) {
    done(response.method);
    response.resume();
  });
});
check('http.IncomingMessage url', function (done) {
  var seen;
  received('GET /status?name=ryan HTTP/1.1\r\nConnection: close\r\n\r\n', function (request, response) {
    seen = [request.url, require('url').parse(request.url, true).query];
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage url of a response', function (done) {
  answered(ANSWER, function (response) {
    done(response.url);
    response.resume();
  });
});
check('http.IncomingMessage statusCode', function (done) {
  answered(ANSWER, function (response) {
    done(response.statusCode);
    response.resume();
  });
});
check('http.IncomingMessage statusCode of a request', function (done) {
  var seen;
  received(posted('x'), function (request, response) {
    seen = [request.statusCode];
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage socket', function (done) {
  answered(ANSWER, function (response, request) {
    done(response.socket instanceof net.Socket, response.socket === request.socket);
    response.resume();
  });
});
check('http.IncomingMessage connection', function (done) {
  var seen;
  received(posted('x'), function (request, response) {
    seen = [request.connection === request.socket, response.connection === request.connection];
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage read()', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    seen.push(request.read());
    request.on('readable', function () {
      var piece;
      while ((piece = request.read()) !== null) seen.push(String(piece));
    });
    request.on('end', function () { response.end(); });
  }, function () { done(seen); });
});
check('http.IncomingMessage read(size)', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    request.once('readable', function () {
      seen.push(String(request.read(2)), request.read(9), String(request.read(3)));
      request.on('end', function () { response.end(); });
      request.read();
    });
  }, function () { done(seen); });
});
check('http.IncomingMessage setEncoding(encoding)', function (done) {
  var seen = [];
  received(posted('\u00c3\u00bc'), function (request, response) {
    request.setEncoding('hex');
    request.on('data', function (piece) { seen.push(piece); });
    request.on('end', function () { response.end(); });
  }, function () { done(seen); });
});
check('http.IncomingMessage pause() and resume()', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    request.on('data', function (piece) { seen.push('data ' + piece); });
    request.on('end', function () { response.end(); });
    request.pause();
    setTimeout(function () {
      seen.push('resume');
      request.resume();
    }, 20);
  }, function () { done(seen); });
});
check('http.IncomingMessage resume() discards', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    note(seen, request, 'end');
    request.resume();
    request.on('end', function () { response.end(); });
  }, function () { done(seen); });
});
check('http.IncomingMessage pipe(destination)', function (done) {
  received(posted('hello'), function (request, response) {
    if (request.pipe(response) !== response) throw new Error('pipe returns its destination');
  }, done);
});
check('http.IncomingMessage pipe(destination, {end: false})', function (done) {
  received(posted('hello'), function (request, response) {
    request.pipe(response, {end: false});
    request.on('end', function () { response.end(' and more'); });
  }, function (answer) { done(answer.split('\r\n\r\n')[1]); });
});
check('http.IncomingMessage unpipe(destination)', function (done) {
  var sink = new stream.PassThrough(), seen = [];
  note(seen, sink, 'unpipe');
  received(posted('hello'), function (request, response) {
    request.pipe(sink);
    request.unpipe(sink);
    request.on('data', function (piece) { seen.push(String(piece)); });
    request.on('end', function () { response.end(); });
  }, function () { done(seen, sink.read()); });
});
check('http.IncomingMessage unshift(chunk)', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    request.once('readable', function () {
      var chunk = request.read();
      request.unshift(chunk.slice(2));
      request.on('data', function (piece) { seen.push(String(piece)); });
      request.on('end', function () { response.end(); });
    });
  }, function () { done(seen); });
});

check('http.IncomingMessage event close() of a request', function (done) {
  var server = http.createServer(function (request) {
    request.on('close', function () {
      server.close();
      done(arguments.length);
    });
    client.destroy();
  }), client;
  wire.listen(server, function (port) { client = wire.ask(port, posted('x'), function () {}); });
});
check('http.IncomingMessage event close() of a response', function (done) {
  answered('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nsome', function (response) {
    var log = [];
    note(log, response, 'close end');
    response.resume();
    response.on('end', function () { setTimeout(function () { done(log); }, 10); });
  });
});
check('http.IncomingMessage event close after all went well', function (done) {
  var seen = [];
  received(posted('x'), function (request, response) {
    note(seen, request, 'close end');
    request.resume();
    response.end();
  }, function () { done(seen); });
});
check('http.IncomingMessage event data(chunk)', function (done) {
  var seen = [];
  received(posted('hello'), function (request, response) {
    request.on('data', function (chunk) { seen.push(arguments.length, Buffer.isBuffer(chunk), String(chunk)); });
    request.on('end', function () { response.end(); });
  }, function () { done(seen); });
});
check('http.IncomingMessage event end()', function (done) {
  answered(ANSWER, function (response) {
    response.on('end', function () { done(arguments.length, response.readable); });
    response.resume();
  });
});
check('http.IncomingMessage event readable()', function (done) {
  answered(ANSWER, function (response) {
    response.once('readable', function () { done(arguments.length, String(response.read())); });
  });
});
