// Bytes of every value cross into the core and come back as they were.
var net = require('net');
var all = new Buffer(256 * 40);
for (var i = 0; i < all.length; i++) all[i] = i & 255;
var server = net.createServer(function (socket) { socket.pipe(socket); }).listen(0, function () {
  var got = [];
  var client = net.connect(server.address().port, function () { client.end(all); });
  client.on('data', function (chunk) { got.push(chunk); });
  client.on('end', function () {
    var whole = Buffer.concat(got);
    var same = whole.length === all.length;
    for (var i = 0; same && i < all.length; i++) same = whole[i] === all[i];
    console.log(whole.length, same, Buffer.isBuffer(got[0]), require('crypto').createHash('md5').update(whole).digest('hex'));
    server.close();
  });
});
