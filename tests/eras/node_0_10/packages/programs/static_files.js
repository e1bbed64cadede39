// connect, send and serve-static.
var send = require("send"),
  ss = require("serve-static"),
  http = require("http");
var connect = require("connect");
var logged = [];
var app = connect()
  .use(
    connect.logger({
      format: "tiny",
      stream: {
        write: function (s) {
          logged.push(s.replace(/[\d.]+ ms/, "T").trim());
        }
      }
    })
  )
  .use(connect.responseTime())
  .use("/s", ss(__dirname, { index: false }))
  .use(function (q, r, n) {
    if (q.url == "/send")
      return send(q, __filename)
        .on("error", function (e) {
          r.statusCode = e.status;
          r.end(e.message);
        })
        .pipe(r);
    n();
  })
  .use(function (q, r) {
    r.statusCode = 418;
    r.end("t");
  });
var s = http.createServer(app).listen(0, function () {
  var l = ["/send", "/s/static_files.js", "/s/none", "/x"];
  (function next() {
    var u = l.shift();
    if (!u) {
      s.close(function () {
        console.log(logged);
      });
      return;
    }
    http.get({ port: s.address().port, path: u, agent: false }, function (r) {
      var n = 0;
      r.on("data", function (d) {
        n += d.length;
      });
      r.on("end", function () {
        console.log(u, r.statusCode, n > 20, r.headers["content-type"], !!r.headers.etag);
        next();
      });
    });
  })();
});
