// WebSocket servers and clients of ws and faye.
var WS = require("ws"),
  http = require("http");
var hs = http.createServer(function (q, r) {
  r.end("plain");
});
var wss = new WS.Server({
  server: hs,
  path: "/ws",
  verifyClient: function (i) {
    return i.req.headers["x-no"] === undefined;
  }
});
wss.on("connection", function (ws) {
  console.log("conn", ws.protocolVersion, ws.upgradeReq.url);
  ws.on("message", function (m, f) {
    if (f.binary) {
      console.log("bin", m.length);
      ws.send(m, { binary: true });
    } else {
      console.log("srv", m.length > 50 ? m.length : m);
      ws.send(m);
    }
  });
  ws.on("ping", function (d) {
    console.log("ping", String(d));
  });
  ws.on("close", function (c, m) {
    console.log("srv close", c, m);
  });
});
hs.listen(0, function () {
  var u = "ws://127.0.0.1:" + hs.address().port + "/ws";
  var c = new WS(u);
  var got = 0;
  c.on("open", function () {
    console.log("open", c.readyState === WS.OPEN, c.supports.binary);
    c.send("hi");
    c.ping("pp");
    c.on("pong", function (d) {
      console.log("pong", String(d));
      c.send("é" + new Array(70000).join("x"));
    });
  });
  c.on("message", function (m, f) {
    got++;
    if (f.binary) {
      console.log("cli bin", m.length, m[1]);
      c.close(1000, "done");
    } else {
      console.log("cli", m.length > 50 ? m.length : m);
      if (got == 2) c.send(new Buffer([1, 2, 3]), { binary: true, mask: true });
    }
  });
  c.on("close", function (code, msg) {
    console.log("closed", code, msg);
    var d = new WS(u, { headers: { "x-no": "1" } });
    d.on("error", function (e) {
      console.log(e.message || e);
      hs.close();
      f2();
    });
  });
});
function f2() {
  var F = require("faye-websocket");
  var s = http.createServer();
  s.on("upgrade", function (q, so, h) {
    var ws = new F(q, so, h, ["chat"]);
    ws.on("message", function (e) {
      ws.send(e.data);
    });
    ws.on("close", function (e) {
      console.log("fs close", e.code, e.reason);
      s.close();
    });
    console.log(F.isWebSocket(q), ws.protocol);
  });
  s.listen(0, function () {
    var c = new F.Client("ws://127.0.0.1:" + s.address().port + "/", ["chat"]);
    c.on("open", function () {
      c.send("hello");
    });
    c.on("message", function (e) {
      console.log("faye", e.data);
      c.close(1000, "bye");
    });
    c.on("close", function (e) {
      console.log("fc close", e.code, e.reason);
    });
  });
}
