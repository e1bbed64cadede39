// A function behind the text of `write` or `end`, where an encoding was documented, hears that the text was sent;
// behind bytes, and behind an encoding, nobody calls it.
var http = require('http');
var wire = require('./lib/wire');

function heard(name) { return function () { wire.log(name, 'sent', arguments.length); }; }

var ways = {
  '/length': function (response) {
    response.setHeader('Content-Length', 4);
    wire.log('/length', response.write('part', heard('/length')));
    response.end();
  },
  '/chunks': function (response) {
    wire.log('/chunks', response.write('one', heard('/chunks')), response.write('two', heard('/chunks')));
    response.end('three', heard('/chunks'));
  },
  '/bytes': function (response) {
    wire.log('/bytes', response.write(new Buffer('one'), heard('/bytes')));
    response.end(new Buffer('two'), heard('/bytes'));
  },
  '/encoding': function (response) {
    wire.log('/encoding', response.write('one', 'utf8', heard('/encoding')));
    response.end('two', 'utf8', heard('/encoding'));
  },
  '/end': function (response) { wire.log('/end', response.end('all', heard('/end'))); },
  '/large': function (response) {
    var pieces = 3;
    (function more() {
      wire.log('/large', 'piece', pieces);
      if (pieces--) response.write(new Array(1 << 20).join('x'), more);
      else response.end();
    })();
  }
};

var server = http.createServer(function (request, response) {
  ways[request.url](response);
});

server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  (function next(urls) {
    var url = urls.shift();
    if (!url) return upload(port);
    http.get({port: port, path: url, agent: false}, function (response) {
      var length = 0;
      response.on('data', function (chunk) { length += chunk.length; });
      response.on('end', function () {
        wire.log(url + ' received', length);
        next(urls);
      });
    });
  })(Object.keys(ways));
});

function upload(port) {
  var options = {port: port, path: '/upload', method: 'POST', agent: false};
  ways['/upload'] = function (response) { response.end(); };
  var request = http.request(options, function (response) {
    response.resume();
    response.on('end', function () { server.close(); });
  });
  request.write('one', function () {
    wire.log('upload', 'one sent');
    request.end('two', heard('upload'));
  });
}
