// A tunnel through a proxy: each side ends its half, and the other half goes on until its own end.
var http = require("http");
var net = require("net");

var target = http.createServer();
target.on("upgrade", function (req, socket) {
  socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
  var got = "";
  socket.setEncoding("utf8");
  socket.on("data", function (data) {
    got += data;
  });
  socket.on("end", function () {
    socket.end("after the end: " + got);
  });
});

var proxy = http.createServer();
proxy.on("upgrade", function (req, socket) {
  var out = http.request({ port: target.address().port, headers: req.headers, agent: false });
  out.on("upgrade", function (res, tunnel) {
    console.log("upgraded", tunnel.readable, tunnel.writable, tunnel._httpMessage === out);
    tunnel.on("end", function () {
      console.log("tunnel end");
    });
    socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n");
    tunnel.pipe(socket).pipe(tunnel);
  });
  out.end();
});

target.listen(0, function () {
  proxy.listen(0, function () {
    var client = net.connect({ port: proxy.address().port, allowHalfOpen: true });
    var got = "";
    client.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
    client.setEncoding("utf8");
    client.once("data", function () {
      client.end("all of it");
    });
    client.on("data", function (data) {
      got += data;
    });
    client.on("end", function () {
      console.log(JSON.stringify(got));
      target.close();
      proxy.close();
    });
  });
});
