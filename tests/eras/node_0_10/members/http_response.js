var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var http = require('http'), stream = require('stream');
var wire = require('./lib/wire');

/** What goes over the wire when a server answers with `use(response, request)`. */
function respond(use, done) {
  wire.answer(http.createServer(function (request, response) { use(response, request); }), wire.GET, done);
}

function head(answer) { return answer.split('\r\n\r\n')[0].split('\r\n'); }

check('http.ServerResponse writable: it is a Writable Stream and an EventEmitter', function (done) {
  var seen;
  respond(function (response) {
    seen = [response instanceof stream, response instanceof require('events').EventEmitter, response.writable];
    response.end();
  }, function () { done(seen); });
});
check('http.ServerResponse writeContinue()', function (done) {
  respond(function (response) {
    var given = response.writeContinue();
    response.end(String([given, response.headersSent]));
  }, done);
});
check('http.ServerResponse writeHead(statusCode)', function (done) {
  respond(function (response) {
    response.writeHead(404);
    response.end();
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse writeHead(statusCode, reasonPhrase)', function (done) {
  respond(function (response) {
    response.writeHead(404, 'Gone Fishing');
    response.end();
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse writeHead(statusCode, headers)', function (done) {
  respond(function (response) {
    response.setHeader('X-Before', '1');
    response.setHeader('X-Both', '1');
    response.writeHead(201, {'X-Both': '2', 'X-Many': ['a', 'b'], 'Content-Length': 2});
    response.end('hi');
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse writeHead(statusCode, reasonPhrase, headers)', function (done) {
  respond(function (response) {
    response.writeHead(200, 'Fine', {'X-A': 'b'});
    response.end();
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse writeHead(statusCode, headers: an array)', function (done) {
  respond(function (response) {
    response.writeHead(200, [['X-A', '1'], ['X-A', '2'], ['x-b', '3']]);
    response.end();
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse writeHead() called implicitly', function (done) {
  var seen = [];
  respond(function (response) {
    var writeHead = response.writeHead;
    response.writeHead = function () {
      seen.push([].slice.call(arguments));
      return writeHead.apply(this, arguments);
    };
    response.statusCode = 202;
    response.write('x');
    response.end();
  }, function (answer) { done(seen, head(answer)); });
});
check('http.ServerResponse setTimeout(msecs, callback)', function (done) {
  var seen = [];
  respond(function (response) {
    note(seen, response, 'timeout');
    seen.push(response.setTimeout(20, function (socket) {
      seen.push(arguments.length, socket === response.socket, socket.destroyed);
      response.end('late');
    }));
  }, function (answer) { done(seen, answer); });
});
check('http.ServerResponse setTimeout(msecs)', function (done) {
  var seen = [];
  respond(function (response) {
    response.setTimeout(20);
    note(seen, response.socket, 'timeout');
  }, function (answer) { done(seen, answer); });
});
check('http.ServerResponse statusCode', function (done) {
  respond(function (response) {
    var before = response.statusCode;
    response.statusCode = 404;
    response.end(String(before));
  }, done);
});
check('http.ServerResponse statusCode after the header was sent', function (done) {
  respond(function (response) {
    response.writeHead(418);
    response.end(String(response.statusCode));
  }, done);
});
check('http.ServerResponse setHeader(name, value)', function (done) {
  respond(function (response) {
    response.setHeader('Content-Type', 'text/plain');
    response.setHeader('CONTENT-TYPE', 'text/html');
    response.write('x');
    response.end(thrown(function () { response.setHeader('X', '1'); }));
  }, done);
});
check('http.ServerResponse setHeader(name, value: an array)', function (done) {
  respond(function (response) {
    response.setHeader('Set-Cookie', ['type=ninja', 'language=javascript']);
    response.end();
  }, function (answer) { done(head(answer)); });
});
check('http.ServerResponse headersSent', function (done) {
  respond(function (response) {
    var seen = [response.headersSent];
    response.writeHead(200);
    seen.push(response.headersSent);
    response.write('x');
    seen.push(response.headersSent);
    response.headersSent = 'written to';
    seen.push(response.headersSent);
    response.end(String(seen));
  }, done);
});
check('http.ServerResponse sendDate', function (done) {
  respond(function (response) {
    var before = response.sendDate;
    response.sendDate = false;
    response.end(String(before));
  }, done);
});
check('http.ServerResponse sendDate with a Date header of one\'s own', function (done) {
  respond(function (response) {
    response.setHeader('date', 'today');
    response.end(String(response.sendDate));
  }, done);
});
check('http.ServerResponse getHeader(name)', function (done) {
  respond(function (response) {
    response.setHeader('X-One', 1);
    response.setHeader('X-Two', ['a', 'b']);
    var seen = [typeof response.getHeader('x-ONE'), response.getHeader('x-two'), response.getHeader('x-three')];
    response.write('x');
    seen.push(thrown(function () { response.getHeader('x-one'); }));
    response.end(JSON.stringify(seen));
  }, done);
});
check('http.ServerResponse removeHeader(name)', function (done) {
  respond(function (response) {
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('X-Stays', '1');
    response.removeHeader('content-encoding');
    response.write(String(response.getHeader('Content-Encoding')));
    response.end(thrown(function () { response.removeHeader('X-Stays'); }));
  }, done);
});
check('http.ServerResponse write(chunk)', function (done) {
  respond(function (response) {
    var given = [response.write('one'), response.write(new Buffer([116, 119, 111]))];
    response.end(typeof given[0] + typeof given[1]);
  }, done);
});
check('http.ServerResponse write(chunk, encoding)', function (done) {
  respond(function (response) {
    response.write('\u00fc');
    response.write('\u00fc', 'utf8');
    response.write('\u00fc', 'binary');
    response.end();
  }, done);
});
check('http.ServerResponse write() returns whether it was flushed', function (done) {
  var seen = [], server = http.createServer(function (request, response) {
    response.on('drain', function () {
      seen.push('drain');
      response.end();
    });
    while (response.write(new Buffer(65536)) !== false);
    seen.push('false');
    request.socket.on('close', function () { server.close(); });
    client.resume();
  });
  var client;
  wire.listen(server, function (port) {
    client = wire.ask(port, wire.GET, function () { done(seen); });
    client.pause();
  });
});
check('http.ServerResponse write() sends the head with the first chunk', function (done) {
  var pieces = [], server = http.createServer(function (request, response) {
    response.writeHead(200);
    setTimeout(function () { response.write('first'); }, 20);
    setTimeout(function () { response.end(); }, 40);
  });
  wire.listen(server, function (port) {
    wire.ask(port, wire.GET, function () {
      server.close();
      done(wire.masked(pieces[0]));
    }).on('data', function (piece) { pieces.push(piece); });
  });
});
check('http.ServerResponse addTrailers(headers)', function (done) {
  respond(function (response) {
    response.writeHead(200, {Trailer: 'Content-MD5'});
    response.write('x');
    response.addTrailers({'Content-MD5': '7895bf4b8828b55ceaf47747b4bca667'});
    response.end();
  }, done);
});
check('http.ServerResponse addTrailers(headers) without chunks', function (done) {
  respond(function (response) {
    response.writeHead(200, {'Content-Length': 1});
    response.write('x');
    response.addTrailers({'Content-MD5': '7895bf4b8828b55ceaf47747b4bca667'});
    response.end();
  }, done);
});
check('http.ServerResponse end()', function (done) {
  var seen;
  respond(function (response) {
    var given = response.end();
    seen = [given, response.end(), response.writable];
  }, function (answer) { done(seen, answer); });
});
check('http.ServerResponse end(data)', function (done) {
  respond(function (response) { response.end('all of it'); }, done);
});
check('http.ServerResponse end(data, encoding)', function (done) {
  respond(function (response) { response.end('\u00fc', 'binary'); }, done);
});
check('http.ServerResponse pipe() into it', function (done) {
  var source = new stream.PassThrough();
  source.end('through the pipe');
  respond(function (response) { source.pipe(response); }, done);
});

check('http.ServerResponse event close()', function (done) {
  var server = http.createServer(function (request, response) {
    var seen = [];
    note(seen, response, 'finish');
    response.on('close', function () {
      server.close();
      done(arguments.length, seen);
    });
    client.destroy();
  });
  var client;
  wire.listen(server, function (port) { client = wire.ask(port, wire.GET, function () {}); });
});
check('http.ServerResponse event close after end()', function (done) {
  var seen = [];
  respond(function (response) {
    note(seen, response, 'close finish');
    response.end();
  }, function () { done(seen); });
});
check('http.ServerResponse event finish()', function (done) {
  var seen = [];
  respond(function (response) {
    note(seen, response, 'finish');
    response.write('x');
    response.end();
  }, function () { done(seen); });
});
check('http.ServerResponse event drain()', function (done) {
  var server = http.createServer(function (request, response) {
    response.on('drain', function () {
      var seen = arguments.length;
      response.end();
      request.socket.on('close', function () {
        server.close();
        done(seen);
      });
    });
    while (response.write(new Buffer(65536)) !== false);
    client.resume();
  });
  var client;
  wire.listen(server, function (port) {
    client = wire.ask(port, wire.GET, function () {});
    client.pause();
  });
});
check('http.ServerResponse event timeout(socket)', function (done) {
  var seen = [];
  respond(function (response, request) {
    request.socket.setTimeout(20);
    response.on('timeout', function (socket) {
      seen.push(arguments.length, socket === request.socket);
      response.end();
    });
  }, function () { done(seen); });
});
check('http.ServerResponse event pipe(source)', function (done) {
  var source = new stream.PassThrough(), seen = [];
  source.end('x');
  respond(function (response) {
    response.on('pipe', function (from) { seen.push(arguments.length, from === source); });
    source.pipe(response);
  }, function () { done(seen); });
});
