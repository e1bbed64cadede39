// How many listeners of an event each kind of emitter takes before a program's console warns: its own are counted.
var fs = require('fs');
var http = require('http');
var net = require('net');
var stream = require('stream');
var Emitter = require('events').EventEmitter;

var EVENTS = ['end', 'finish', 'error', 'close', 'timeout', 'drain', 'response', 'socket', 'request', 'connection', 'exit'];
var warnings = 0;

console.error = function (message, count) {
  warnings++;
  console.error.last = [arguments.length, message, count];
};
console.trace = function () {
  if (arguments.length) console.log('traced', arguments);
};

function nothing() {}

function fewer(emitter, event) {
  var before = warnings, added = 0;
  while (warnings === before && added < 20) {
    emitter.on(event, nothing);
    added++;
  }
  for (var i = 0; i < added; i++) emitter.removeListener(event, nothing);
  return added;
}

function limits(name, emitter) {
  var found = EVENTS.map(function (event) { return [event, fewer(emitter, event)]; });
  console.log(name, found.filter(function (each) { return each[1] !== 11; }).join(' '));
}

var emitter = new Emitter();
limits('emitter', emitter);
console.log(console.error.last);
limits('emitter once more', emitter);
emitter.on('end', nothing);
fewer(emitter, 'end');
console.log('warned while there is one', fewer(emitter, 'end'));
emitter.removeAllListeners('end');
console.log('none is left', fewer(emitter, 'end'));

limits('readable', new stream.Readable());
limits('writable', new stream.Writable());
limits('duplex', new stream.Duplex());
limits('transform', new stream.Transform());
limits('socket', new net.Socket());
limits('net server', net.createServer());
limits('http server', http.createServer());
limits('agent', new http.Agent());
limits('read stream', fs.createReadStream(__filename));

var server = http.createServer(function (req, res) {
  limits('request', req);
  limits('response', res);
  limits('socket of a request', req.socket);
  server.close();
  res.end();
});
server.listen(0, '127.0.0.1', function () {
  var req = http.get({port: server.address().port, host: '127.0.0.1', agent: false}, function (res) {
    limits('client response', res);
    res.resume();
  });
  limits('client request', req);
  req.on('socket', function (socket) { limits('client socket', socket); });
});
