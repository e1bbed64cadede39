var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var http = require('http'), net = require('net'), os = require('os'), path = require('path'), stream = require('stream'), url = require('url');
var wire = require('./lib/wire');

/** The bytes that a request with `options` sends. */
function sent(options, done, use) {
  wire.sent(function (port) {
    var request = http.request(merged({host: '127.0.0.1', port: port, agent: false}, options));
    if (use) use(request);
    else request.end();
    return request;
  }, done);
}

function merged(options, more) {
  Object.keys(more).forEach(function (name) { options[name] = more[name]; });
  return options;
}

function hello(request, response) { response.end(request.method + ' ' + request.url); }

/** Serve with `listener` while `use(port, end)` goes on; `end(value…)` closes and is done. */
function serving(listener, done, use) {
  var server = http.createServer(listener);
  wire.listen(server, function (port) {
    use(port, function () {
      var seen = arguments;
      server.close();
      done.apply(null, seen);
    });
  });
}

function whole(message, done) {
  var text = '';
  message.on('data', function (piece) { text += piece; });
  message.on('end', function () { done(text); });
}

check('http STATUS_CODES', function (done) {
  done(http.STATUS_CODES[404], http.STATUS_CODES[418], Object.keys(http.STATUS_CODES).length);
});
check('http createServer()', function (done) {
  var server = http.createServer();
  done(server instanceof http.Server, server.listeners('request').length);
});
check('http createServer(requestListener)', function (done) {
  var server = http.createServer(hello);
  done(server instanceof http.Server, server.listeners('request')[0] === hello);
});
check('http createClient(port, host)', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.createClient(port, '127.0.0.1').request('PUT', '/x', {'X-A': 'b'});
    request.on('response', function (response) { whole(response, function (text) { end(request instanceof http.ClientRequest, text); }); });
    request.end();
  });
});
check('http createClient() with defaults', function (done) {
  var client = http.createClient();
  done(client.port, client.host);
});
check('http request(options, callback)', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.request({host: '127.0.0.1', port: port, path: '/x'}, function (response) {
      whole(response, function (text) { end(request instanceof http.ClientRequest, arguments.length, response.statusCode, text); });
    });
    request.end();
  });
});
check('http request(options)', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.request({host: '127.0.0.1', port: port});
    request.on('response', function (response) { whole(response, end); });
    request.end();
  });
});
check('http request(url, callback)', function (done) {
  serving(hello, done, function (port, end) {
    http.request('http://127.0.0.1:' + port + '/a?b=c#d', function (response) { whole(response, end); }).end();
  });
});
check('http get(options, callback)', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.get({host: '127.0.0.1', port: port, path: '/x'}, function (response) {
      whole(response, function (text) { end(request instanceof http.ClientRequest, request.method, text); });
    });
  });
});
check('http get(url, callback)', function (done) {
  serving(hello, done, function (port, end) {
    http.get('http://127.0.0.1:' + port + '/a?b=c', function (response) { whole(response, end); });
  });
});
check('http get({method})', function (done) {
  serving(hello, done, function (port, end) {
    http.get({host: '127.0.0.1', port: port, method: 'POST'}, function (response) { whole(response, end); });
  });
});
check('http Server', function (done) { done(new http.Server() instanceof http.Server, http.Server() instanceof net.Server); });
check('http ServerResponse', function (done) {
  serving(function (request, response) { response.end(String(response instanceof http.ServerResponse)); }, done, function (port, end) {
    http.get({port: port, host: '127.0.0.1'}, function (response) { whole(response, end); });
  });
});
check('http ClientRequest', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.get({port: port, host: '127.0.0.1'}, function (response) {
      whole(response, function () { end(request instanceof http.ClientRequest, request instanceof stream); });
    });
  });
});
check('http IncomingMessage', function (done) {
  var seen;
  serving(function (request, response) {
    seen = request instanceof http.IncomingMessage;
    response.end();
  }, done, function (port, end) {
    http.get({port: port, host: '127.0.0.1'}, function (response) {
      whole(response, function () { end(seen, response instanceof http.IncomingMessage, response instanceof stream.Readable); });
    });
  });
});
check('http Agent', function (done) {
  done(new http.Agent() instanceof http.Agent, new http.Agent() instanceof require('events').EventEmitter);
});
check('http globalAgent', function (done) {
  serving(hello, done, function (port, end) {
    var request = http.get({port: port, host: '127.0.0.1'}, function (response) {
      var sockets = http.globalAgent.sockets['127.0.0.1:' + port].length;
      whole(response, function () { end(http.globalAgent instanceof http.Agent, request.agent === http.globalAgent, sockets); });
    });
  });
});

check('http option host', function (done) {
  sent({host: '127.0.0.1'}, function (text) { done(/Host: .*/.exec(text)[0]); });
});
check('http option host default', function (done) {
  var agent = new http.Agent(), server = http.createServer(hello).listen(0, function () {
    var request = http.get({port: server.address().port, agent: agent}, function (response) {
      server.close();
      whole(response, function (text) { done(text, wire.masked(request.getHeader('host'))); });
    });
  });
});
check('http option hostname', function (done) {
  sent({hostname: '127.0.0.1', host: 'nowhere.invalid'}, function (text) { done(/Host: .*/.exec(text)[0]); });
});
check('http option port', function (done) {
  serving(hello, done, function (port, end) {
    http.get({host: '127.0.0.1', port: String(port)}, function (response) { whole(response, end); });
  });
});
check('http option port default', function (done) {
  var agent = new http.Agent(), options = {host: '127.0.0.1', agent: agent}, request = http.request(options);
  request.on('error', function () {});
  done(Object.keys(agent.sockets), request.getHeader('host'), options.port);
  request.abort();
});
check('http option localAddress', function (done) {
  serving(function (request, response) { response.end(request.connection.remoteAddress); }, done, function (port, end) {
    http.get({host: '127.0.0.1', port: port, localAddress: '127.0.0.2', agent: false}, function (response) { whole(response, end); });
  });
});
check('http option socketPath', function (done) {
  var socketPath = path.join(os.tmpdir(), 'eras-request-' + process.pid + '.sock');
  var server = http.createServer(hello).listen(socketPath, function () {
    http.get({socketPath: socketPath, path: '/unix'}, function (response) {
      server.close();
      whole(response, done);
    });
  });
});
check('http option method', function (done) { sent({method: 'DELETE'}, done); });
check('http option method default', function (done) {
  var seen;
  sent({}, function (text) { done(text.split(' ')[0], seen); }, function (request) {
    seen = request.method;
    request.end();
  });
});
check('http option path', function (done) { sent({path: '/index.html?page=12'}, function (text) { done(text.split('\r\n')[0]); }); });
check('http option path default', function (done) {
  var seen;
  sent({}, function (text) { done(text.split(' ')[1], seen); }, function (request) {
    seen = request.path;
    request.end();
  });
});
check('http option headers', function (done) { sent({headers: {'X-A': 'b', 'x-many': ['c', 'd'], Host: 'other'}}, done); });
check('http option auth', function (done) { sent({auth: 'user:password'}, function (text) { done(/Authorization: .*/.exec(text)[0]); }); });
check('http option agent undefined', function (done) {
  sent({agent: undefined}, function (text) { done(/Connection: .*/.exec(text)[0]); }, function (request) {
    if (request.agent !== http.globalAgent) throw new Error('not the global agent');
    request.end();
  });
});
check('http option agent: an Agent', function (done) {
  var agent = new http.Agent();
  sent({agent: agent}, function (text) { done(/Connection: .*/.exec(text)[0], Object.keys(agent.sockets).length); }, function (request) {
    if (request.agent !== agent) throw new Error('not this agent');
    request.end();
  });
});
check('http option agent: false', function (done) {
  var before = Object.keys(http.globalAgent.sockets).length;
  sent({agent: false}, function (text) { done(/Connection: .*/.exec(text)[0], Object.keys(http.globalAgent.sockets).length - before); });
});
check('http header Connection: keep-alive', function (done) {
  sent({headers: {Connection: 'keep-alive'}}, done);
});
check('http header Content-length', function (done) {
  sent({method: 'POST', headers: {'Content-length': 2}}, done, function (request) { request.end('hi'); });
});
check('http header Expect', function (done) {
  var log = [];
  var server = net.createServer(function (socket) {
    socket.once('data', function (head) {
      server.close();
      log.push(wire.masked(String(head)));
      socket.end(wire.OK);
    });
  });
  wire.listen(server, function (port) {
    var request = http.request({port: port, host: '127.0.0.1', method: 'POST', headers: {Expect: '100-continue'}}, function (response) {
      whole(response, function () { done(log, request.getHeader('expect')); });
    });
  });
});
check('http header Authorization', function (done) {
  sent({auth: 'user:password', headers: {authorization: 'mine'}}, function (text) { done(text.match(/authorization: .*/gi)); });
});
