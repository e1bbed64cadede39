// socket.io 0.9 over WebSocket and over long polling, and what it serves itself.
var io = require("socket.io"),
  ioc = require("socket.io-client"),
  http = require("http");
var server = http.createServer(function (q, r) {
  r.end("x");
});
var sio = io.listen(server, { log: false, "client store expiration": 1 });
sio.set("transports", ["websocket", "xhr-polling", "htmlfile", "jsonp-polling"]);
sio.set("polling duration", 1);
sio.set("close timeout", 1);
sio.sockets.on("connection", function (s) {
  s.emit("news", { hello: "world" });
  s.on("my", function (d, ack) {
    console.log("server got", d);
    ack && ack({ ok: 1 });
    s.broadcast.emit("x");
    s.send("plain");
  });
  s.on("message", function (m) {
    console.log("srv msg", m);
  });
  s.on("disconnect", function (r) {
    console.log("srv disc", r);
  });
  s.join("room");
  s.set("k", "v", function () {
    s.get("k", function (e, v) {
      console.log("get", v);
    });
  });
});
sio.of("/chat").on("connection", function (s) {
  s.emit("c", 1);
});
server.listen(0, function () {
  var u = "http://127.0.0.1:" + server.address().port;
  function client(transport, cb) {
    var c = ioc.connect(u, { transports: [transport], "force new connection": true, reconnect: false });
    c.on("connect", function () {
      console.log("connect", c.socket.transport.name);
    });
    c.on("news", function (d) {
      console.log("news", d);
      c.emit("my", { a: [1] }, function (r) {
        console.log("ack", r);
      });
    });
    c.on("message", function (m) {
      console.log("msg", m);
      c.send("bye");
      setTimeout(function () {
        c.disconnect();
      }, 50);
    });
    c.on("disconnect", function (r) {
      console.log("cli disc");
      setTimeout(cb, 100);
    });
    c.on("error", function (e) {
      console.log("err", e);
    });
  }
  client("websocket", function () {
    client("xhr-polling", function () {
      http.get(u + "/socket.io/1/?t=1", function (r) {
        var b = "";
        r.on("data", function (d) {
          b += d;
        });
        r.on("end", function () {
          console.log(r.statusCode, b.split(":").slice(1));
          http.get(u + "/socket.io/socket.io.js", function (r) {
            console.log(r.statusCode, r.headers["content-type"]);
            r.resume();
            r.on("end", function () {
              process.exit();
            });
          });
        });
      });
    });
  });
});
