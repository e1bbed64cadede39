// A `connect` listener that throws leaves a socket that does not read; ending it lets it see the other end.
var net = require('net');

process.on('uncaughtException', function (error) { console.log('uncaught', error.message); });

function meet(name, listens, connected) {
  var server = net.createServer(function (peer) {
    peer.on('data', function (data) { console.log(name, 'server got', String(data)); });
    peer.on('end', function () { console.log(name, 'server end'); });
    server.close();
  }).listen(0, function () {
    var client = net.connect(server.address().port, function () {
      setTimeout(connected, 10, client);
      throw new Error(name);
    });
    if (listens) client.on('data', function (data) { console.log(name, 'client got', String(data)); });
    client.on('end', function () { console.log(name, 'client end'); });
    client.on('close', function () { console.log(name, 'closed'); });
  });
}

meet('ends', false, function (client) { client.end('last words'); });
setTimeout(meet, 60, 'ends and listens', true, function (client) { client.end('last words'); });
setTimeout(meet, 120, 'destroyed', false, function (client) { client.destroy(); });
setTimeout(meet, 180, 'writes and ends', false, function (client) { client.write('words'); client.end(); });
