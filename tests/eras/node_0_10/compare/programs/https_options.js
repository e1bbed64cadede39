// Forms of https.request and https.get: a URL as text or parsed, default ports, auth, hosts, methods, socketPath.
var fs = require('fs');
var https = require('https');
var url = require('url');
var pems = require('./lib/pems');
var scratch = require('./lib/scratch');
var wire = require('./lib/wire');

var seen = [];
var fake = {
  defaultPort: 443,
  addRequest: function (req, host, port, localAddress) {
    wire.log('agent', host, port, localAddress == null ? 'none' : localAddress, req.method, req.path, JSON.stringify(req._headers));
    req.on('error', function () {});
    req.abort();
  }
};
function form(options) {
  if (typeof options === 'string') {
    options = url.parse(options);
  }
  options.agent = fake;
  https.request(options).end();
}
form('https://example.com/a?b=c');
form('https://example.com:444/a');
form('https://user:pass%20word@example.com/');
form('https://[::1]:99/');
var parsed = url.parse('https://example.com/parsed');
parsed.method = 'POST';
parsed.headers = {A: 'b'};
parsed.agent = fake;
https.request(parsed).end();
parsed.method = 'PUT';
parsed.headers.C = 'd';
parsed.path = '/changed';
https.request(parsed).end();
form({});
form({host: 'h'});
form({hostname: 'n', host: 'h'});
form({host: 'h', port: 443});
form({host: 'h', port: '444'});
form({host: 'h', port: 80});
form({host: 'h', auth: 'a:b', method: 'put', path: '/p'});
form({host: 'h', headers: {Host: 'other', X: 'y'}, localAddress: '127.0.0.3'});
form({host: 'h', defaultPort: 99});
['https:', 'http:'].forEach(function (protocol) {
  try {
    https.get({protocol: protocol, host: 'h', agent: fake}).on('error', function () {});
  } catch (error) { wire.log('protocol', protocol, pems.error(error)); }
});
try { https.get('http://h/'); } catch (error) { wire.log('protocol', 'text', pems.error(error)); }

var path = scratch.at('socket');
var server = https.createServer(pems.options('server'), function (req, res) {
  wire.log('unix server', req.url, req.headers.host);
  res.end('over unix');
});
server.listen(path, function () {
  var req = https.get({socketPath: path, path: '/p', rejectUnauthorized: false}, function (res) {
    res.on('data', function (data) { wire.log('unix', String(data)); });
    res.on('end', function () { server.close(); });
  });
  req.on('error', function (error) { wire.log('unix', pems.error(error)); server.close(); });
});
