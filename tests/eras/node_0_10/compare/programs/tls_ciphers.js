// Ciphers: which one is agreed on, whose order counts, and none at all.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function run(name, ours, theirs, honor, next) {
  var options = {};
  if (ours) options.ciphers = ours;
  if (honor) options.honorCipherOrder = true;
  var server = pems.serve(pems.options('server', options), function (stream) {
    wire.log(name, 'server', JSON.stringify(stream.getCipher()));
    stream.end();
  }, function (port) {
    var more = {port: port, host: '127.0.0.1', rejectUnauthorized: false};
    if (theirs) more.ciphers = theirs;
    var client = tls.connect(more, function () {
      wire.log(name, 'client', JSON.stringify(client.getCipher()));
    });
    client.on('error', function (error) { wire.log(name, 'client', pems.error(error)); });
    client.on('close', function () { server.close(next); });
    client.resume();
  });
  server.on('clientError', function (error) { wire.log(name, 'clientError', pems.error(error)); });
}
[
  ['one', 'AES128-SHA', null],
  ['the client chooses', 'AES256-SHA:AES128-SHA', 'AES128-SHA:AES256-SHA'],
  ['the server chooses', 'AES256-SHA:AES128-SHA', 'AES128-SHA:AES256-SHA', true],
  ['AES128-GCM-SHA256', 'AES128-GCM-SHA256', 'AES256-SHA256:AES128-GCM-SHA256'],
  ['nothing in common', 'AES256-SHA', 'AES128-SHA'],
  ['with a strength', 'AES256-SHA256:AES128-SHA256:@STRENGTH', 'AES128-SHA256:AES256-SHA256', true]
].reduceRight(function (next, test) {
  return function () { run(test[0], test[1], test[2], test[3], next); };
}, function () {})();

var known = tls.getCiphers();
wire.log('known', Array.isArray(known), known.join() === known.slice().sort().join(), known.join() === known.join().toLowerCase());
['aes128-sha', 'aes256-sha', 'aes128-gcm-sha256', 'ecdhe-rsa-aes128-gcm-sha256', 'dhe-rsa-aes256-sha'].forEach(function (name) {
  wire.log('known', name, known.indexOf(name) >= 0);
});
