// The deprecated createClient of the years before.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.method, req.url, wire.mask(JSON.stringify(req.headers)));
  res.end('hello');
});
server.listen(0, '127.0.0.1', function () {
  var client = http.createClient(server.address().port, '127.0.0.1');
  wire.log('client', typeof client.request, client.host);
  var req = client.request('GET', '/old', {'X-Style': '2010', Host: 'a'});
  req.on('response', function (res) {
    var body = '';
    wire.log('client', res.statusCode);
    res.setEncoding('utf8');
    res.on('data', function (text) { body += text; });
    res.on('end', function () {
      wire.log('client', body);
      server.close();
    });
  });
  req.end();
});
