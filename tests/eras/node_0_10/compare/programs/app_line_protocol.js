// A key-value server that speaks lines over TCP, and a client with pipelined commands.
var net = require('net'), util = require('util'), stream = require('stream');

function Lines() { stream.Transform.call(this, {objectMode: true}); this.rest = ''; }
util.inherits(Lines, stream.Transform);
Lines.prototype._transform = function (chunk, encoding, callback) {
  var lines = (this.rest + chunk).split(/\r?\n/);
  this.rest = lines.pop();
  lines.forEach(function (line) { this.push(line); }, this);
  callback();
};
Lines.prototype._flush = function (callback) { if (this.rest) this.push(this.rest); callback(); };

var data = Object.create(null), clients = 0;
var commands = {
  set: function (key, value) { data[key] = value; return 'OK'; },
  get: function (key) { return key in data ? '"' + data[key] + '"' : '(nil)'; },
  del: function (key) { return delete data[key] ? 1 : 0; },
  keys: function () { return Object.keys(data).sort().join(' '); },
  incr: function (key) { return data[key] = (parseInt(data[key], 10) || 0) + 1; },
  fail: function () { return undefined.property; }
};

var server = net.createServer({allowHalfOpen: true}, function (socket) {
  clients++;
  var lines = socket.pipe(new Lines());
  lines.on('data', function (line) {
    var words = line.match(/"[^"]*"|\S+/g) || [];
    var command = commands[(words.shift() || '').toLowerCase()];
    try {
      socket.write((command ? command.apply(null, words) : 'ERR unknown command ' + util.inspect(line)) + '\r\n');
    } catch (error) {
      socket.write('ERR ' + error.message + '\r\n');
    }
  });
  lines.on('end', function () {
    socket.end('BYE ' + clients + '\r\n');
    server.close();
  });
}).listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('utf8');
  client.pipe(new Lines()).on('data', function (line) { console.log(line); })
    .on('end', function () { console.log(client.bytesWritten, client.bytesRead); });
  client.write('SET a 1\r\nGET a\r\nINC');
  client.write('R a\r\nINCR n\r\nGET nothing\r\nKEYS\r\nDEL a\nKEYS\nwhat is "this thing"\r\nFAIL\r\nSET \u00fc "x y');
  client.end('"\r\nGET \u00fc');
});
