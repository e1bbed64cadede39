// What getPeerCertificate shows of certificates of all kinds, letter by letter, and its order.
var tls = require('tls');
var util = require('util');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

(function next(names) {
  var name = names.shift();
  if (!name) return;
  pems.serve(pems.options(name), function (stream) {
    wire.log('server', JSON.stringify(stream.getPeerCertificate()));
    stream.end();
  }, function (port, server) {
    var client = tls.connect(port, '127.0.0.1', {ca: [pems.ca], rejectUnauthorized: false}, function () {
      wire.log(name, util.inspect(client.getPeerCertificate()));
      client.on('close', function () {
        wire.log(name, 'after', client.getPeerCertificate());
        server.close();
        next(names);
      });
      client.resume();
    });
  });
})(['server', 'self', 'rich', 'cn', 'expired', 'below']);
