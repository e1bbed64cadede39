// The clients of mysql and irc, and needle, against servers that say what such servers say.
var mysql = require('mysql'), irc = require('irc'), needle = require('needle'), net = require('net'), http = require('http'), zlib = require('zlib');

function packet(number, bytes) { return Buffer.concat([new Buffer([bytes.length, 0, 0, number]), new Buffer(bytes)]); }
var GREETING = '\n5.5\x00\x01\x00\x00\x00ABCDEFGH\x00\xff\xf7\x08\x02\x00\x0f\x80\x15' + new Array(11).join('\x00') + 'IJKLMNOPQRST\x00mysql_native_password\x00';

function askDatabase(done) {
  console.log(mysql.escape({a: 1, b: "x'y", c: null, d: new Date(0)}), mysql.escapeId('a.b'), mysql.escape([[1, 'a'], [2]]), mysql.escape(new Buffer('hi')));
  var server = net.createServer(function (socket) {
    var number = 0;
    socket.write(packet(0, new Buffer(GREETING, 'binary')));
    socket.on('data', function (data) {
      if (number++ === 0) return socket.write(packet(2, [0, 0, 0, 2, 0, 0, 0]));
      console.log('query', data.slice(5).toString());
      socket.write(packet(1, new Buffer('\xff\x28\x04#42000bad sql', 'binary')));
    });
  }).listen(0, function () {
    var connection = mysql.createConnection({host: '127.0.0.1', port: server.address().port, user: 'bob', password: 'x'});
    connection.connect(function (error) { console.log('connected', error); });
    connection.query('SELECT ?', ["a'b"], function (error, rows) {
      console.log(error.code, error.message, rows);
      connection.destroy();
      server.close();
      done();
    });
  });
}

function chat(done) {
  var server = net.createServer(function (socket) {
    var rest = '';
    socket.setEncoding('utf8');
    socket.on('data', function (text) {
      var lines = (rest + text).split('\r\n');
      rest = lines.pop();
      lines.forEach(function (line) {
        console.log('>', line);
        if (/^USER/.test(line)) socket.write(':srv 001 bot :Welcome bot\r\n:srv 376 bot :End\r\n');
        if (/^JOIN/.test(line)) socket.write(':bot!~b@h JOIN #c\r\n:srv 353 bot = #c :bot @op +v\r\n:srv 366 bot #c :End\r\n:al!a@h PRIVMSG #c :h\u00e9llo bot\r\n');
        if (/^QUIT/.test(line)) socket.end();
      });
    });
  }).listen(0, function () {
    var client = new irc.Client('127.0.0.1', 'bot', {port: server.address().port, channels: ['#c'], retryCount: 0});
    client.on('registered', function () { console.log('registered'); });
    client.on('names', function (channel, names) { console.log(channel, names); });
    client.on('message', function (from, to, text) {
      console.log(from, to, text);
      client.say(to, 'hi ' + from + '\nline 2');
      client.disconnect('bye', function () { console.log('gone'); server.close(); done(); });
    });
  });
}

function fetch(done) {
  var server = http.createServer(function (req, res) {
    if (req.url === '/moved') { res.writeHead(302, {Location: '/json'}); return res.end(); }
    if (req.url === '/json') { res.writeHead(200, {'Content-Type': 'application/json'}); return res.end('{"a":[1]}'); }
    if (req.url === '/hang') return;
    if (req.url === '/gzip') return zlib.gzip('zipped', function (error, data) { res.writeHead(200, {'Content-Encoding': 'gzip'}); res.end(data); });
    var text = req.method + ' ' + req.headers['content-type'] + ' ';
    req.on('data', function (chunk) { text += chunk; });
    req.on('end', function () { res.end(text.replace(/-{10,}\w+/g, 'BOUNDARY').replace(/[0-9a-f]{16}/g, 'BOUNDARY')); });
  }).listen(0, function () {
    var base = 'http://127.0.0.1:' + server.address().port;
    needle.get(base + '/moved', {follow: true}, function (error, res, body) {
      console.log(error, res.statusCode, body);
      needle.post(base + '/', {a: 1, b: ['x y']}, function (error, res, body) {
        console.log(String(body));
        needle.post(base + '/', {f: {buffer: new Buffer('bin'), filename: 'f.bin', content_type: 'app/x'}}, {multipart: true}, function (error, res, body) {
          console.log(JSON.stringify(String(body)));
          needle.get(base + '/gzip', {compressed: true}, function (error, res, body) {
            console.log(String(body));
            needle.get(base + '/hang', {timeout: 30}, function (error) {
              console.log(error.message, error.code);
              server.close();
              done();
            });
          });
        });
      });
    });
  });
}

askDatabase(function () { chat(function () { fetch(function () { process.exit(); }); }); });
