// setTimeout of a socket: one event for each silence, traffic that puts it off, turned off, callbacks, odd values.
var net = require('net');
var wire = require('./lib/wire');

var server = net.createServer(function (socket) {
  socket.on('data', function (data) { if (String(data) === 'answer') socket.write('yes'); });
  socket.on('error', function () {});
});
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port, left = 0;
  function client(name, run) {
    left++;
    var socket = net.connect(port, '127.0.0.1');
    socket.on('connect', function () { run(socket, function (what) { wire.log(name, what); }); });
    socket.on('close', function (hadError) { wire.log(name, 'close', hadError); if (--left === 0) server.close(); });
  }
  client('event', function (socket, say) {
    say('returns ' + socket.setTimeout(30));
    var count = 0;
    socket.on('timeout', function () { say('timeout ' + arguments.length + ' ' + socket.destroyed + ' ' + socket.readable); count++; socket.end(); });
  });
  client('callback', function (socket, say) {
    socket.setTimeout(30, function () {
      say('callback ' + arguments.length + ' ' + (this === socket) + ' ' + socket.listeners('timeout').length);
      socket.destroy();
    });
    say('listeners ' + socket.listeners('timeout').length);
  });
  client('off', function (socket, say) {
    function never() { say('never'); }
    socket.setTimeout(20, never);
    socket.setTimeout(0, never);
    say('listeners ' + socket.listeners('timeout').length);
    setTimeout(function () { socket.end(); }, 60);
  });
  client('put off', function (socket, say) {
    var start = Date.now(), last;
    socket.setTimeout(150);
    var writes = setInterval(function () { last = Date.now(); socket.write('x'); if (last - start > 200) clearInterval(writes); }, 15);
    socket.on('timeout', function () { say('timeout late enough ' + (Date.now() - start > 200)); socket.destroy(); });
  });
  client('read', function (socket, say) {
    var start = Date.now(), reads = 0;
    socket.setTimeout(300);
    var writes = setInterval(function () { socket.write('answer'); if (Date.now() - start > 200) clearInterval(writes); }, 15);
    socket.on('data', function () { reads++; });
    socket.on('timeout', function () { say('timeout after reads ' + (reads > 1)); socket.destroy(); });
  });
  client('again', function (socket, say) {
    var count = 0;
    socket.setTimeout(15);
    socket.on('timeout', function () {
      say('timeout ' + ++count);
      if (count === 1) socket.write('x');
      if (count === 2) { socket.setTimeout(15); }
      if (count === 3) socket.end();
    });
  });
  client('odd', function (socket, say) {
    [-1, NaN, Infinity, undefined, null, 'x', false].forEach(function (value) {
      try { say(String(value) + ' ' + socket.setTimeout(value, function () { say('never'); }) + ' ' + socket.listeners('timeout').length); } catch (e) { say(e.name); }
    });
    setTimeout(function () { socket.end(); }, 60);
  });
  client('destroyed', function (socket, say) {
    socket.setTimeout(10, function () { say('never'); });
    socket.destroy();
  });
  var before = new net.Socket();
  before.setTimeout(25, function () { wire.log('before', 'timeout', before.destroyed); before.destroy(); });
});
