// Whom a client trusts: each kind of certificate, with and without authorities, believed or not.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var cases = [];
['server', 'self', 'stranger', 'expired', 'notyet', 'cn', 'elsewhere', 'below', 'ca'].forEach(function (shown) {
  [[], ['ca'], ['otherca'], ['ca', 'middle'], ['middle'], [shown]].forEach(function (trusted) {
    [undefined, false, true].forEach(function (rejects) {
      if (rejects === undefined && trusted.length !== 1) return;
      cases.push({shown: shown, trusted: trusted, rejects: rejects});
    });
  });
});

var servers = {};
function serverOf(name, ready) {
  if (servers[name]) return ready(servers[name].address().port);
  servers[name] = tls.createServer(pems.options(name), function (stream) {
    stream.on('error', function () {});
    stream.end();
  });
  servers[name].listen(0, '127.0.0.1', function () { ready(servers[name].address().port); });
}

(function next() {
  var test = cases.shift();
  if (!test) return Object.keys(servers).forEach(function (name) { servers[name].close(); });
  serverOf(test.shown, function (port) {
    var options = {port: port, host: '127.0.0.1', servername: 'localhost'};
    if (test.trusted.length) options.ca = test.trusted.map(function (name) { return pems.read(name + '.pem'); });
    if (test.rejects !== undefined) options.rejectUnauthorized = test.rejects;
    var name = test.shown + ' by [' + test.trusted + '] ' + test.rejects + ':';
    var client = tls.connect(options, function () {
      wire.log(name, 'secureConnect', client.authorized, String(client.authorizationError));
    });
    client.on('error', function (error) {
      wire.log(name, pems.error(error), client.authorized, String(client.authorizationError));
    });
    client.on('end', function () { wire.log(name, 'end'); });
    client.on('close', function (hadError) { wire.log(name, 'close', String(hadError)); next(); });
    client.resume();
  });
})();
