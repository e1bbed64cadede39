// A request is a readable stream of 2013: readable and read, pause and resume, pipe.
var http = require('http');
var wire = require('./lib/wire');

var ways = {
  '/readable': function (req, res) {
    var got = '';
    req.on('readable', function () {
      var chunk;
      while ((chunk = req.read()) !== null) got += chunk;
    });
    req.on('end', function () { res.end('readable ' + got); });
  },
  '/sized': function (req, res) {
    var pieces = [];
    req.on('readable', function () {
      var chunk;
      while ((chunk = req.read(4)) !== null) pieces.push(String(chunk));
    });
    req.on('end', function () { res.end(JSON.stringify(pieces)); });
  },
  '/pipe': function (req, res) { req.pipe(res); },
  '/pause': function (req, res) {
    var got = '';
    req.on('data', function (data) { got += data; });
    req.on('end', function () { res.end('paused ' + got); });
    req.pause();
    wire.log('server', 'paused');
    setTimeout(function () { wire.log('server', 'resume with', got); req.resume(); }, 20);
  },
  '/late': function (req, res) {
    setTimeout(function () {
      var got = '';
      req.on('data', function (data) { got += data; }).on('end', function () { res.end('late ' + got); });
    }, 20);
  },
  '/unshift': function (req, res) {
    req.once('readable', function () {
      var all = req.read();
      wire.log('server', 'read', String(all), req.read());
      req.unshift(all.slice(6));
      req.setEncoding('utf8');
      req.on('data', function (rest) { wire.log('server', 'rest', rest); });
      req.on('end', function () { res.end('unshifted'); });
    });
  }
};
var server = http.createServer(function (req, res) { ways[req.url](req, res); });
wire.askAll(server, Object.keys(ways).map(function (path) {
  return 'POST ' + path + ' HTTP/1.1\r\nContent-Length: 10\r\nConnection: close\r\n\r\n0123456789';
}));
