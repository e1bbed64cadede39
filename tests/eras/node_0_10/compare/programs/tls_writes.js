// Writing: before the handshake, callbacks in order, return values, drain, encodings, and kinds that are none.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var long = new Buffer(50000);
long.fill(7);

var server = pems.serve(pems.options('server'), function (stream) {
  var got = [];
  stream.on('data', function (data) { got.push(data); });
  stream.on('end', function () {
    var all = Buffer.concat(got);
    wire.log('server', all.length, all.toString('binary').slice(0, 30).replace(/[^ -~]/g, '?'));
  });
}, function (port) {
  var client = tls.connect(port, {rejectUnauthorized: false}, function () {
    wire.log('client', 'secureConnect');
    wire.log('client', 'write', client.write('later', 'utf8', function () { wire.log('callbacks', '4'); }));
    [5, null, {}, []].forEach(function (value) {
      try { wire.log('client', 'write', String(value), client.write(value)); } catch (error) { wire.log('client', pems.error(error)); }
    });
    wire.log('client', 'end', String(client.end(long, function () { wire.log('callbacks', 'end'); })));
  });
  client.on('error', function (error) { wire.log('client', pems.error(error)); });
  client.on('finish', function () { wire.log('client', 'finish'); });
  client.on('end', function () { wire.log('client', 'end event'); });
  client.on('close', function () { server.close(); });
  client.resume();
  wire.log('client', 'early', client.write('first ', function () { wire.log('callbacks', '1'); }));
  wire.log('client', 'early', client.write('c3a9', 'hex', function () { wire.log('callbacks', '2'); }));
  wire.log('client', 'early', client.write(new Buffer('x'), function () { wire.log('callbacks', '3'); }));
});
