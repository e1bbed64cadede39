// The keys and certificates that whoever runs the programs has made; and a tls or https server that shows one.
var fs = require('fs');
var path = require('path');
var tls = require('tls');

var read = exports.read = function (name) { return fs.readFileSync(path.join(process.env.PEMS, name)); };

exports.ca = read('ca.pem');

// The options of who shows the identity `name`, with `more`.
exports.options = function (name, more) {
  var options = {key: read(name + '.key'), cert: read(name + '.pem')};
  for (var key in more) options[key] = more[key];
  return options;
};

// A tls server that listens somewhere on loopback; `ready(port, server)`.
exports.serve = function (options, listener, ready) {
  var server = tls.createServer(options, listener);
  server.listen(0, '127.0.0.1', function () { ready(server.address().port, server); });
  return server;
};

// What of an error does not depend on the age of the library: OpenSSL's own texts are cut to their kind.
exports.error = function (error) {
  if (!error) return String(error);
  var text = /^\d+:error:|^error:|:error:/.test(error.message) ? 'of the library' : error.message;
  return [error.name, text, error.code, error.errno, error.syscall].join('|');
};
