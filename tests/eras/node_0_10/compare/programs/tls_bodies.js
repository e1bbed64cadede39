// Data in both directions: long, in pieces, by pipes, with pauses and encodings; nothing is lost or reordered.
var crypto = require('crypto');
var stream = require('stream');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var SIZE = 400000;
var long = new Buffer(SIZE);
for (var i = 0; i < SIZE; i++) long[i] = i % 251;
function sum(data) { return data.length + ' ' + crypto.createHash('sha1').update(data).digest('hex'); }

var cases = {
  'echo by pipe': function (peer) { peer.pipe(peer); },
  'echo by write': function (peer) {
    peer.on('data', function (data) {
      if (!peer.write(data)) { peer.pause(); peer.once('drain', function () { peer.resume(); }); }
    });
    peer.on('end', function () { peer.end(); });
  },
  'paused for a while': function (peer) {
    var got = [];
    peer.on('data', function (data) { got.push(data); peer.pause(); setImmediate(function () { peer.resume(); }); });
    peer.on('end', function () { peer.end(Buffer.concat(got)); });
  },
  'read by hand': function (peer) {
    var got = [];
    peer.on('readable', function () {
      var data;
      while ((data = peer.read()) !== null) got.push(data);
    });
    peer.on('end', function () { peer.end(Buffer.concat(got)); });
  },
  'hex': function (peer) {
    var got = '';
    peer.setEncoding('hex');
    peer.on('data', function (text) { got += text; });
    peer.on('end', function () { peer.end(got, 'hex'); });
  },
  'through a transform': function (peer) {
    var through = new stream.PassThrough();
    peer.pipe(through).pipe(peer);
  }
};

(function next(names) {
  var name = names.shift();
  if (!name) return;
  pems.serve(pems.options('server'), cases[name], function (port, server) {
    var got = [];
    var client = tls.connect(port, {rejectUnauthorized: false}, function () {
      wire.log(name, 'small', client.write('small'));
      client.end(long);
    });
    client.on('data', function (data) { got.push(data); });
    client.on('error', function (error) { wire.log(name, pems.error(error)); });
    client.on('end', function () { wire.log(name, 'got', sum(Buffer.concat(got))); });
    client.on('close', function () { server.close(); next(names); });
  });
})(Object.keys(cases));
wire.log('expected', sum(Buffer.concat([new Buffer('small'), long])));
