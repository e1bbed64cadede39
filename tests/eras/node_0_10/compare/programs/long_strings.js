// Strings made of many pieces, as bodies, header values, paths and event arguments.
var http = require('http');
var events = require('events');
var wire = require('./lib/wire');

function pieces(count, piece) {
  var text = '';
  for (var i = 0; i < count; i++) text += piece;
  return text + '.';
}
var server = http.createServer(function (req, res) {
  var body = '';
  req.setEncoding('utf8');
  req.on('data', function (text) { body += text; });
  req.on('end', function () {
    wire.log('server', req.url.length, req.headers['x-long'].length, body.length);
    res.setHeader('X-Long', pieces(300, 'abc'));
    res.write(pieces(3000, 'abc') + '\u20ac');
    res.end(body + body);
  });
});
server.listen(0, '127.0.0.1', function () {
  var emitter = new events.EventEmitter();
  emitter.on('long', function (text) { wire.log('client', 'event', text.length, text.slice(-3)); });
  emitter.emit('long', pieces(1000, 'xyz'));
  var req = http.request({port: server.address().port, host: '127.0.0.1', method: 'POST',
    path: '/' + pieces(200, 'path'), headers: {'X-Long': pieces(300, 'def')}}, function (res) {
    var body = '';
    res.setEncoding('utf8');
    res.on('data', function (text) { body += text; });
    res.on('end', function () {
      wire.log('client', res.headers['x-long'].length, body.length, body.slice(8990, 9010));
      server.close();
    });
  });
  req.end(pieces(20000, '\u00e9a'));
});
