// Express 3 in its usual setup: cookies, a session, bodies, compression, a logger and a router.
var express = require("express"),
  http = require("http");
var app = express();
app.use(
  express.logger({
    format: ":method :url :status",
    stream: {
      write: function (s) {
        console.log("LOG", s.trim());
      }
    }
  })
);
app.use(express.favicon());
app.use(express.compress({ threshold: 0 }));
app.use(express.cookieParser("s3cret"));
app.use(express.session({ secret: "x", key: "sid", genid: 1 }));
app.use(express.bodyParser());
app.use(express.methodOverride());
app.use(express.responseTime());
app.use(app.router);
app.get("/", function (q, r) {
  q.session.n = (q.session.n || 0) + 1;
  r.cookie("c", "v", { signed: true });
  r.send("hello " + q.session.n);
});
app.get("/json", function (q, r) {
  r.json({ a: 1, q: q.query });
});
app.get("/u/:id", function (q, r) {
  r.send(404, "no " + q.params.id);
});
app.post("/p", function (q, r) {
  r.send(q.body);
});
app.del("/p", function (q, r) {
  r.send("deleted " + q.method);
});
app.get("/redir", function (q, r) {
  r.redirect("/x");
});
app.get("/err", function (q, r) {
  throw new Error("boom");
});
app.use(function (e, q, r, n) {
  r.send(500, "ERR " + e.message);
});
var s = http.createServer(app).listen(0, function () {
  var jar = "";
  var todo = [
    ["GET", "/"],
    ["GET", "/"],
    ["GET", "/json?a=b&c[d]=e"],
    ["GET", "/u/5"],
    ["POST", "/p", "a=b&c=d", "application/x-www-form-urlencoded"],
    ["POST", "/p", '{"x":[1]}', "application/json"],
    ["POST", "/p", "_method=DELETE", "application/x-www-form-urlencoded"],
    ["GET", "/redir"],
    ["GET", "/err"],
    ["GET", "/nope"],
    ["HEAD", "/"],
    ["POST", "/p", "{bad", "application/json"]
  ];
  (function next() {
    var t = todo.shift();
    if (!t) {
      s.close();
      return;
    }
    var o = { port: s.address().port, method: t[0], path: t[1], agent: false, headers: { cookie: jar } };
    if (t[3]) o.headers["content-type"] = t[3];
    if (t[2]) o.headers["content-length"] = t[2].length;
    if (t[1] == "/json?a=b&c[d]=e") o.headers["accept-encoding"] = "gzip";
    var q = http.request(o, function (r) {
      var b = [];
      r.on("data", function (d) {
        b.push(d);
      });
      r.on("end", function () {
        var h = r.headers;
        if (h["set-cookie"]) {
          jar = h["set-cookie"]
            .map(function (c) {
              return c.split(";")[0];
            })
            .join("; ");
          h["set-cookie"] = h["set-cookie"].map(function (c) {
            return c.replace(/sid=[^;]*/, "sid=X");
          });
        }
        delete h.date;
        if (h["x-response-time"]) h["x-response-time"] = "T";
        console.log(
          t[0],
          t[1],
          r.statusCode,
          JSON.stringify(h),
          h["content-encoding"] ? "GZ" : Buffer.concat(b).toString()
        );
        next();
      });
    });
    q.end(t[2]);
  })();
});
