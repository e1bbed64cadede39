// WebSocket by hand over `upgrade`, both sides: handshake, masked frames, fragments, ping, close.
var http = require('http'), crypto = require('crypto');

function accept(key) {
  return crypto.createHash('sha1').update(key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
}

function frame(opcode, payload, mask, more) {
  payload = Buffer.isBuffer(payload) ? payload : new Buffer(payload);
  var long = payload.length > 125;
  var head = new Buffer((long ? 4 : 2) + (mask ? 4 : 0));
  head[0] = (more ? 0 : 0x80) | opcode;
  head[1] = (mask ? 0x80 : 0) | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  if (mask) {
    var key = new Buffer([1, 2, 3, 4]);
    key.copy(head, head.length - 4);
    for (var i = 0, masked = new Buffer(payload.length); i < payload.length; i++) masked[i] = payload[i] ^ key[i & 3];
    payload = masked;
  }
  return Buffer.concat([head, payload]);
}

function Parser(onframe) { this.rest = new Buffer(0); this.onframe = onframe; }
Parser.prototype.add = function (data) {
  this.rest = Buffer.concat([this.rest, data]);
  while (this.rest.length >= 2) {
    var b = this.rest, length = b[1] & 0x7f, at = 2, masked = b[1] & 0x80;
    if (length === 126) { if (b.length < 4) return; length = b.readUInt16BE(2); at = 4; }
    if (b.length < at + (masked ? 4 : 0) + length) return;
    var key = masked && b.slice(at, at += 4);
    var payload = new Buffer(length);
    for (var i = 0; i < length; i++) payload[i] = b[at + i] ^ (key ? key[i & 3] : 0);
    this.rest = b.slice(at + length);
    this.onframe(b[0] & 0xf, payload, !!(b[0] & 0x80));
  }
};

var server = http.createServer(function (req, res) { res.writeHead(426); res.end(); });
server.on('upgrade', function (req, socket, head) {
  console.log('upgrade', req.url, req.headers.upgrade, head.length);
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    'Sec-WebSocket-Accept: ' + accept(req.headers['sec-websocket-key']) + '\r\n\r\n');
  var text = [];
  var parser = new Parser(function (opcode, payload, fin) {
    if (opcode === 9) return socket.write(frame(10, payload));
    if (opcode === 8) { socket.write(frame(8, payload)); return socket.end(); }
    text.push(payload);
    if (!fin) return;
    var whole = Buffer.concat(text).toString();
    text = [];
    socket.write(frame(1, 'echo ' + whole.length + ' ' + whole.slice(0, 20)));
  });
  socket.on('data', function (data) { parser.add(data); });
  if (head.length) parser.add(head);
  socket.on('close', function () { console.log('server side closed'); server.close(); });
});

server.listen(0, '127.0.0.1', function () {
  var key = new Buffer('0123456789abcdef').toString('base64');
  var req = http.request({port: server.address().port, path: '/chat', headers: {
    Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Key': key, 'Sec-WebSocket-Version': 13
  }});
  req.on('upgrade', function (res, socket, head) {
    console.log('switched', res.statusCode, res.headers['sec-websocket-accept'] === accept(key), head.length);
    var seen = 0;
    var parser = new Parser(function (opcode, payload) {
      console.log('frame', opcode, payload.toString());
      if (++seen === 4) socket.write(frame(8, new Buffer([3, 232]), true));
    });
    socket.on('data', function (data) { parser.add(data); });
    socket.on('end', function () { console.log('client side ended'); });
    var bytes = Buffer.concat([
      frame(1, 'hello', true), frame(1, 'frag', true, true), frame(0, 'mented \u00fc', true),
      frame(9, 'ping', true), frame(1, new Array(301).join('x'), true)
    ]);
    for (var i = 0; i < bytes.length; i += 7) socket.write(bytes.slice(i, i + 7));
  });
  req.end();
});
