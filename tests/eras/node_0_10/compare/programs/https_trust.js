// Whom a request trusts: by default, with options, with an agent, by the environment, and under another name.
var https = require('https');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var servers = {};
function serverOf(name, ready) {
  if (servers[name]) return ready(servers[name].address().port);
  servers[name] = https.createServer(pems.options(name), function (req, res) { res.end('ok'); });
  servers[name].listen(0, '127.0.0.1', function () { ready(servers[name].address().port); });
}
var agent = new https.Agent({ca: [pems.ca]});
var loose = new https.Agent({rejectUnauthorized: false});
var tests = [
  ['default', 'server', {}],
  ['default, false', 'server', {rejectUnauthorized: false}],
  ['default, true', 'server', {rejectUnauthorized: true}],
  ['ca', 'server', {ca: [pems.ca]}],
  ['ca as text', 'server', {ca: String(pems.ca)}],
  ['ca, no agent', 'server', {ca: [pems.ca], agent: false}],
  ['no agent', 'server', {agent: false}],
  ['agent with ca', 'server', {agent: agent}],
  ['loose agent', 'self', {agent: loose}],
  ['agent with ca, options ignored', 'self', {agent: agent, rejectUnauthorized: false}],
  ['self-signed', 'self', {}],
  ['self-signed, trusted', 'self', {ca: pems.read('self.pem')}],
  ['expired', 'expired', {ca: [pems.ca]}],
  ['elsewhere', 'elsewhere', {ca: [pems.ca]}],
  ['elsewhere by its name', 'elsewhere', {ca: [pems.ca], headers: {Host: 'x.example.com'}}],
  ['elsewhere by its name and port', 'elsewhere', {ca: [pems.ca], headers: {host: 'x.example.com:99'}}],
  ['elsewhere by servername', 'elsewhere', {ca: [pems.ca], servername: 'x.example.com'}],
  ['common name only', 'cn', {ca: [pems.ca]}],
  ['common name, by address', 'cn', {ca: [pems.ca], host: '127.0.0.1'}],
  ['stranger', 'stranger', {ca: [pems.ca]}],
  ['stranger, false', 'stranger', {ca: [pems.ca], rejectUnauthorized: false}]
];
(function next() {
  var test = tests.shift();
  if (!test) return Object.keys(servers).forEach(function (name) { servers[name].close(); });
  serverOf(test[1], function (port) {
    var options = {host: 'localhost', port: port, path: '/'};
    for (var key in test[2]) options[key] = test[2][key];
    var req = https.get(options, function (res) {
      wire.log(test[0], res.statusCode, res.socket.authorized, String(res.socket.authorizationError));
      res.resume();
      res.on('end', next);
    });
    req.on('error', function (error) {
      wire.log(test[0], pems.error(error));
      next();
    });
  });
})();
