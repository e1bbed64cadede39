// What the programs share: a raw client and server that speak bytes, and logs that do not depend on timing.
var net = require('net');

var sides = {};

// Both ends live in one process, and how their callbacks interleave is the kernel's affair: each side's log
// is kept in order, and printed when the program ends.
exports.log = function (side) {
  var words = Array.prototype.slice.call(arguments, 1).map(function (word) {
    return typeof word === 'string' ? word : JSON.stringify(word);
  });
  (sides[side] = sides[side] || []).push(words.join(' '));
};

process.on('exit', function () {
  Object.keys(sides).sort().forEach(function (side) {
    console.log('== ' + side);
    sides[side].forEach(function (line) { console.log(line); });
  });
});

exports.mask = function (text) {
  return text.replace(/Date: [^\r]*/g, 'Date: DATE').replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT');
};

// Bytes as JSON, one line of the message per line of output.
exports.show = function (text) {
  return exports.mask(text).split(/\n/).map(function (line, i, lines) {
    return i < lines.length - 1 ? JSON.stringify(line + '\n') : line && JSON.stringify(line);
  }).filter(Boolean);
};

// Send `bytes`, gather everything until the connection is closed, log it. `half` also ends our side at once.
exports.ask = function (port, bytes, done, half) {
  var got = '';
  var socket = net.connect(port, '127.0.0.1', function () {
    if (half) socket.end(bytes, 'binary'); else socket.write(bytes, 'binary');
  });
  socket.setEncoding('binary');
  socket.on('data', function (text) { got += text; });
  socket.on('error', function (error) { exports.log('wire', 'error', error.code); });
  socket.on('close', function () { done(got); });
};

// Ask for each of `requests` in turn on connections of their own, log question and answer, then close.
exports.askAll = function (server, requests, half) {
  server.listen(0, '127.0.0.1', function next() {
    var bytes = requests.shift();
    if (bytes === undefined) return server.close();
    exports.ask(server.address().port, bytes, function (got) {
      exports.log('wire', '>', JSON.stringify(bytes));
      exports.show(got).forEach(function (line) { exports.log('wire', '  <', line); });
      next();
    }, half);
  });
};

// A raw server: gathers what a client sends; once it matches a key of `answers`, sends the answer.
exports.answering = function (answer, ready) {
  var server = net.createServer(function (socket) {
    var got = '';
    socket.setEncoding('binary');
    socket.on('error', function () {});
    socket.on('data', function (text) {
      got += text;
      if (answer(got, socket) === true) got = '';
    });
    socket.on('close', function () {
      exports.show(got).forEach(function (line) { exports.log('wire', '<', line); });
    });
  });
  server.listen(0, '127.0.0.1', function () { ready(server.address().port, server); });
  return server;
};
