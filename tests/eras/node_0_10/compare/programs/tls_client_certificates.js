// Servers that want to know who the client is: asked or not, believed or not, revoked or not.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function nothing() {}
function run(name, options, shown, next) {
  var server = pems.serve(pems.options('server', options), function (stream) {
    wire.log(name + ' server', 'secureConnection', stream.authorized, String(stream.authorizationError),
      JSON.stringify(stream.getPeerCertificate().subject));
    stream.on('error', nothing);
    stream.on('close', function () { wire.log(name + ' server', 'close'); });
    stream.end('welcome');
  }, function (port) {
    var more = {port: port, host: '127.0.0.1', ca: [pems.ca], servername: 'localhost'};
    for (var key in shown) more[key] = shown[key];
    var client = tls.connect(more, function () {
      wire.log(name + ' client', 'secureConnect', client.authorized, String(client.authorizationError));
    });
    client.on('data', function (data) { wire.log(name + ' client', String(data)); });
    client.on('error', function (error) { wire.log(name + ' client', pems.error(error)); });
    client.on('end', function () { wire.log(name + ' client', 'end'); });
    client.on('close', function (hadError) {
      wire.log(name + ' client', 'close', String(hadError));
      server.close(next);
    });
  });
  server.on('clientError', function (error) { wire.log(name + ' server', 'clientError', pems.error(error)); });
}
var ca = [pems.ca];
var crl = pems.read('ca.crl');
[
  ['not asked', {}, pems.options('client')],
  ['asked, nobody', {requestCert: true, ca: ca}, {}],
  ['asked, known', {requestCert: true, ca: ca}, pems.options('client')],
  ['asked, pfx', {requestCert: true, ca: ca}, {pfx: pems.read('server.pfx'), passphrase: 'secret'}],
  ['asked, stranger', {requestCert: true, ca: ca}, pems.options('stranger')],
  ['asked, expired', {requestCert: true, ca: ca}, pems.options('expired')],
  ['asked, self-signed', {requestCert: true, ca: ca}, pems.options('self')],
  ['asked, no ca', {requestCert: true}, pems.options('client')],
  ['wanted, nobody', {requestCert: true, rejectUnauthorized: true, ca: ca}, {}],
  ['wanted, known', {requestCert: true, rejectUnauthorized: true, ca: ca}, pems.options('client')],
  ['wanted, stranger', {requestCert: true, rejectUnauthorized: true, ca: ca}, pems.options('stranger')],
  ['wanted, revoked', {requestCert: true, rejectUnauthorized: true, ca: ca, crl: crl}, pems.options('revoked')],
  ['asked, revoked', {requestCert: true, ca: ca, crl: [crl]}, pems.options('revoked')],
  ['asked, not revoked', {requestCert: true, ca: ca, crl: crl}, pems.options('client')],
  ['not asked but wanted', {rejectUnauthorized: true, ca: ca}, {}]
].reduceRight(function (next, test) {
  return function () { run(test[0], test[1], test[2], next); };
}, nothing)();
