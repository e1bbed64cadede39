// What `write` returns for pieces of many sizes, of which the system takes all at once; when and to whom `drain` is told.
var http = require('http');
var wire = require('./lib/wire');

var SIZES = [100, 16000, 16383, 16384, 20000];
var cases = [['length', 'buffer'], ['length', 'text'], ['chunked', 'buffer'], ['chunked', 'text']];
var total = SIZES.reduce(function (sum, size) { return sum + size; });

function piece(size, kind) {
  var data = new Buffer(size);
  data.fill('x');
  return kind === 'text' ? data.toString() : data;
}

function writeAll(message, socket, kind, done) {
  var sizes = SIZES.slice(), said = [];
  message.on('drain', function () { said.push('drain'); });
  socket.on('drain', function () { said.push('of the socket'); });
  (function next() {
    if (!sizes.length) return done(said);
    var size = sizes.shift();
    said.push(size, message.write(piece(size, kind)));
    process.nextTick(function () { said.push('tick'); });
    setTimeout(next, 1);
  })();
}

var server = http.createServer(function (request, response) {
  if (request.method === 'PUT') {
    request.resume();
    return request.on('end', function () { response.end(); });
  }
  var given = cases[request.url.slice(1)];
  if (given[0] === 'length') response.setHeader('Content-Length', total);
  writeAll(response, request.socket, given[1], function (said) {
    wire.log('response', given.join(' '), said.join(' '));
    response.end();
  });
});

// What is written last, and with what: a request that has ended still hears of it.
var endings = {
  'end with much': function (request) { request.end(piece(20000)); },
  'much, then end': function (request) { request.write(piece(20000)); request.end(); },
  'much, then little': function (request) { request.write(piece(20000)); request.write('x'); process.nextTick(function () { request.end(); }); },
  'much, then end in a tick': function (request) { request.write(piece(20000)); process.nextTick(function () { request.end(); }); },
};

function ask(options, send, done) {
  options.port = server.address().port;
  options.agent = false;
  var request = http.request(options, function (response) {
    response.resume();
    response.on('end', done);
  });
  request.on('socket', function (socket) { socket.on('connect', function () { send(request, socket); }); });
}

function respond(index) {
  if (index === cases.length) return upload(Object.keys(endings));
  ask({ path: '/' + index }, function (request) { request.end(); }, function () { respond(index + 1); });
}

function upload(names) {
  var name = names.shift();
  if (!name) return server.close();
  ask({ method: 'PUT' }, function (request, socket) {
    ['drain', 'finish'].forEach(function (event) { request.on(event, function () { wire.log('request', name, event); }); });
    socket.on('drain', function () { wire.log('request', name, 'drain of the socket'); });
    endings[name](request);
  }, function () { upload(names); });
}

server.listen(0, '127.0.0.1', function () { respond(0); });
