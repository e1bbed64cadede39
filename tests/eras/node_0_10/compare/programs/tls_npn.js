// The protocol that both sides agree on, with NPNProtocols as a list or a Buffer, or on one side only.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function run(name, serverSide, clientSide, next) {
  var options = serverSide ? {NPNProtocols: serverSide} : {};
  pems.serve(pems.options('server', options), function (stream) {
    wire.log(name, 'server', String(stream.npnProtocol));
    stream.end();
  }, function (port, server) {
    var more = {port: port, host: '127.0.0.1', rejectUnauthorized: false};
    if (clientSide) more.NPNProtocols = clientSide;
    var client = tls.connect(more, function () { wire.log(name, 'client', String(client.npnProtocol)); });
    client.on('close', function () { server.close(next); });
    client.resume();
  });
}
run('neither', null, null, function () {
  run('both', ['a', 'b', 'first'], ['first', 'b'], function () {
    run('buffer', new Buffer('\u0001a\u0001b', 'binary'), new Buffer('\u0001b', 'binary'), function () {
      run('one', ['x'], ['x'], function () {});
    });
  });
});
