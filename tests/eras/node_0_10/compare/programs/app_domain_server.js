// A server with a domain for each request: an error anywhere in it answers 500, and nobody else notices.
var http = require('http'), domain = require('domain'), fs = require('fs'), EventEmitter = require('events').EventEmitter;

var routes = {
  '/fine': function (req, res) { setTimeout(function () { res.end('fine'); }, 1); },
  '/throws': function () { throw new Error('at once'); },
  '/later': function () { setTimeout(function () { throw new Error('in a timer'); }, 1); },
  '/tick': function () { process.nextTick(function () { JSON.parse('{'); }); },
  '/emits': function () { setImmediate(function () { new EventEmitter().emit('error', new Error('nobody listens')); }); },
  '/file': function () { fs.readFile('/no/such/file', domain.active.intercept(function () { console.log('never'); })); },
  '/body': function (req) { req.on('data', function (chunk) { throw new TypeError('got ' + chunk); }); }
};

var server = http.createServer(function (req, res) {
  var d = domain.create();
  d.add(req);
  d.add(res);
  d.on('error', function (error) {
    console.log(req.url, error && error.message || error, error.domain === d, !!error.domainThrown, !!error.domainEmitter);
    res.statusCode = 500;
    res.end('sorry');
    d.dispose();
  });
  d.run(function () { routes[req.url](req, res); });
});

var paths = Object.keys(routes);
server.listen(0, '127.0.0.1', function next() {
  var path = paths.shift();
  if (!path) return server.close();
  var req = http.request({port: server.address().port, path: path, method: 'POST', agent: false}, function (res) {
    var text = '';
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () { console.log(path, res.statusCode, text); next(); });
  });
  req.on('error', function (error) { console.log(path, error.code); next(); });
  req.end('data');
});
