// Names of headers that are no names, options and callbacks that are null, and a second head behind headers that were set.
var http = require('http');

function attempt(name, call) {
  try {
    console.log(name, call());
  } catch (error) {
    console.log(name, error.name + ':', error.message);
  }
}

var WRONG = {'null': null, undefined: undefined, number: 5, object: {}, array: [], 'true': true};

function names(message) {
  Object.keys(WRONG).forEach(function (kind) {
    attempt('set ' + kind, function () { return message.setHeader(WRONG[kind], 'x'); });
    attempt('get ' + kind, function () { return message.getHeader(WRONG[kind]); });
    attempt('remove ' + kind, function () { return message.removeHeader(WRONG[kind]); });
  });
}

var heads = {
  'of nothing': function (res) {
    attempt('nothing', function () { res.writeHead(); });
    attempt('undefined', function () { res.writeHead(undefined); });
    attempt('null', function () { res.writeHead(null); });
    res.statusCode = 203;
  },
  'with null headers': function (res) { res.writeHead(201, null); },
  'with a reason and null headers': function (res) { res.writeHead(201, 'Made', null); },
  'behind headers that were set': function (res) {
    res.setHeader('X-Set', 'x');
    res.writeHead(201);
    attempt('second head', function () { res.writeHead(202); });
    attempt('rendered', function () { return res._renderHeaders(); });
  },
  'fixed without any': function (res) {
    res.writeHead(201);
    attempt('rendered', function () { return res._renderHeaders(); });
  },
  trailers: function (res) {
    res.writeHead(200, {'Transfer-Encoding': 'chunked'});
    [undefined, null, 5, 'text', ''].forEach(function (wrong) {
      attempt('trailers ' + wrong, function () { res.addTrailers(wrong); });
    });
    res.addTrailers({'X-Null': null, 'X-Undefined': undefined});
  }
};

attempt('request()', function () { http.request(); });
attempt('request(null)', function () { http.request(null); });

var server = http.createServer(function (req, res) {
  var kind = decodeURIComponent(req.url.slice(1));
  console.log('--', kind);
  names(res);
  res.setHeader('X-Any', 'any');
  res.removeHeader('x-any');
  names(res);
  heads[kind](res);
  res.end();
});

server.listen(0, '127.0.0.1', function () {
  var kinds = Object.keys(heads);
  (function next() {
    var kind = kinds.shift();
    if (kind === undefined) return server.close();
    var options = {host: null, hostname: '127.0.0.1', port: server.address().port, path: '/' + encodeURIComponent(kind),
      method: null, auth: null, agent: null, localAddress: null, headers: null};
    http.request(options, null).on('response', function (res) {
      console.log(res.statusCode, res.headers['x-set'], res.headers['x-any']);
      res.resume();
      res.on('end', function () {
        console.log(res.trailers);
        next();
      });
    }).end();
  })();
});
