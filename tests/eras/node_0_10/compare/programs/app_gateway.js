// A reverse proxy with several backends: pipes both ways, rewritten headers, compression, 502 when a backend is down.
var http = require('http'), zlib = require('zlib'), url = require('url');

var backends = {};

function backend(name, listener, ready) {
  var server = http.createServer(listener).listen(0, '127.0.0.1', function () {
    backends[name] = server.address().port;
    ready(server);
  });
}

var front = http.createServer(function (req, res) {
  var parts = url.parse(req.url).pathname.split('/');
  var headers = {};
  Object.keys(req.headers).forEach(function (name) { if (name !== 'connection') headers[name] = req.headers[name]; });
  headers['x-forwarded-for'] = req.connection.remoteAddress;
  var upstream = http.request({
    host: '127.0.0.1', port: backends[parts[1]] || 1, method: req.method,
    path: '/' + parts.slice(2).join('/'), headers: headers
  }, function (answer) {
    delete answer.headers.connection;
    if (/gzip/.test(req.headers['accept-encoding']) && !answer.headers['content-encoding']) {
      delete answer.headers['content-length'];
      answer.headers['content-encoding'] = 'gzip';
      res.writeHead(answer.statusCode, answer.headers);
      answer.pipe(zlib.createGzip()).pipe(res);
    } else {
      res.writeHead(answer.statusCode, answer.headers);
      answer.pipe(res);
    }
  });
  upstream.on('error', function (error) {
    res.writeHead(502, {'Content-Type': 'text/plain'});
    res.end('bad gateway: ' + error.code + '\n');
  });
  req.pipe(upstream);
});

function ask(options, body, done) {
  options.port = front.address().port;
  options.agent = false;
  http.request(options, function (res) {
    var stream = res.headers['content-encoding'] === 'gzip' ? res.pipe(zlib.createGunzip()) : res;
    var text = '';
    stream.on('data', function (chunk) { text += chunk; });
    stream.on('end', function () {
      delete res.headers.date;
      console.log(options.method || 'GET', options.path, res.statusCode, res.headers);
      console.log(text.length > 200 ? text.length + ' characters' : JSON.stringify(text));
      done();
    });
  }).end(body);
}

backend('echo', function (req, res) {
  res.writeHead(200, {'X-Method': req.method, 'X-From': req.headers['x-forwarded-for']});
  req.pipe(res);
}, function (echo) {
  backend('big', function (req, res) {
    res.setHeader('Content-Length', 300000);
    for (var i = 0; i < 300; i++) res.write(new Array(1001).join(String(i % 10)));
    res.end();
  }, function (big) {
    front.listen(0, '127.0.0.1', function () {
      ask({method: 'POST', path: '/echo/x'}, 'some text', function () {
        ask({path: '/big/'}, '', function () {
          ask({path: '/big/', headers: {'Accept-Encoding': 'gzip'}}, '', function () {
            ask({path: '/nobody/'}, '', function () {
              echo.close(); big.close(); front.close();
            });
          });
        });
      });
    });
  });
});
