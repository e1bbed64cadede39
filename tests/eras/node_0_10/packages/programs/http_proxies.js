// http-proxy 1.0 in front of a server: requests, WebSocket connections, a dead target.
var httpProxy = require("http-proxy"),
  http = require("http"),
  net = require("net");
var target = http.createServer(function (q, r) {
  var b = "";
  q.on("data", function (d) {
    b += d;
  });
  q.on("end", function () {
    var h = q.headers;
    Object.keys(h).forEach(function (k) {
      if (/port|host|for$/.test(k)) h[k] = "*";
    });
    r.writeHead(200, { "X-T": "1", "Set-Cookie": ["a=1", "b=2"] });
    r.end(JSON.stringify([q.method, q.url, h, b]));
  });
});
target.on("upgrade", function (q, s, h) {
  s.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
  s.on("data", function (d) {
    s.write("echo:" + d);
  });
  s.on("end", function () {
    s.end();
  });
});
target.listen(0, function () {
  var tp = target.address().port;
  function exercise(proxy, cb) {
    proxy.listen(0);
    proxy._server.on("listening", function () {
      var port = proxy._server.address().port;
      var q = http.request(
        { port: port, method: "POST", path: "/x?y", headers: { "content-length": 4, a: "b" }, agent: false },
        function (r) {
          var b = "";
          r.on("data", function (d) {
            b += d;
          });
          r.on("end", function () {
            console.log(r.statusCode, r.headers["x-t"], r.headers["set-cookie"], b);
            http.get({ port: port, path: "/g", agent: false }, function (r) {
              r.resume();
              r.on("end", function () {
                console.log("get", r.statusCode);
                var c = net.connect(port, function () {
                  c.write("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
                });
                var got = "";
                c.on("data", function (d) {
                  got += d;
                  if (/\r\n\r\n$/.test(got)) c.write("ping");
                  if (/echo:ping/.test(got)) c.end();
                });
                c.on("close", function () {
                  console.log(JSON.stringify(got));
                  cb();
                });
              });
            });
          });
        }
      );
      q.end("body");
    });
  }
  var p1 = httpProxy.createProxyServer({ target: "http://127.0.0.1:" + tp, ws: true, xfwd: true });
  p1.on("error", function (e, q, r) {
    console.log("perr", e.code);
    r.writeHead && r.writeHead(502);
    r.end("bad");
  });
  p1.on("proxyRes", function (r) {
    console.log("proxyRes", r.statusCode);
  });
  exercise(p1, function () {
    p1._server.close();
    target.close();
    var bad = http
      .createServer(function (q, r) {
        p1.web(q, r, { target: "http://127.0.0.1:1" });
      })
      .listen(0, function () {
        http.get({ port: bad.address().port, agent: false }, function (r) {
          console.log(r.statusCode);
          r.resume();
          bad.close();
        });
      });
  });
});
