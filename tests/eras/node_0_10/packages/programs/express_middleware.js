// What Express and connect bring along: static files, views, uploads, limits, CSRF, content negotiation.
process.env.NODE_ENV = "test"; // in which errorHandler keeps its stacks to itself
var express = require("express"),
  http = require("http"),
  fs = require("fs"),
  path = require("path"),
  os = require("os");
var dir = path.join(os.tmpdir(), "ex2-" + process.pid);
fs.mkdirSync(dir);
fs.writeFileSync(dir + "/a.txt", "static file\n");
fs.writeFileSync(dir + "/index.html", "<p>idx");
fs.mkdirSync(dir + "/sub");
fs.writeFileSync(dir + "/sub/b.js", "var b;");
fs.writeFileSync(dir + "/v.ejs", "<h1><%= t %></h1><% include p %>");
fs.writeFileSync(dir + "/p.ejs", "<i>p</i>");
fs.writeFileSync(dir + "/j.jade", "extends lay\nblock c\n  p= t\n");
fs.writeFileSync(dir + "/lay.jade", "html\n  body\n    block c\n");
var when = new Date(1e12);
["a.txt", "index.html", "sub/b.js"].forEach(function (f) {
  fs.utimesSync(dir + "/" + f, when, when);
});
function rm(d) {
  fs.readdirSync(d).forEach(function (f) {
    f = d + "/" + f;
    fs.statSync(f).isDirectory() ? rm(f) : fs.unlinkSync(f);
  });
  fs.rmdirSync(d);
}
var app = express();
app.set("views", dir);
app.set("view engine", "ejs");
app.engine("jade", require("jade").__express);
app.locals.site = "S";
app.enable("trust proxy");
app.use("/st", express.static(dir, { maxAge: 1000 }));
app.use("/dir", express.directory(dir));
app.use("/auth", express.basicAuth("u", "p"));
app.use(express.cookieParser());
app.use(express.cookieSession({ secret: "k", key: "cs" }));
app.use(express.bodyParser({ uploadDir: dir }));
app.use(
  "/csrf",
  express.csrf({
    value: function (q) {
      return q.query.t;
    }
  })
);
app.use(express.query());
app.use("/lim", express.limit(10));
app.use(
  "/vh",
  express.vhost("a.com", function (q, r) {
    r.end("vhost");
  })
);
app.use("/to", express.timeout(20));
app.param("id", function (q, r, n, id) {
  if (id == "0") return n("route");
  q.uid = id * 2;
  n();
});
app.get("/v", function (q, r) {
  r.render("v", { t: "<T>" });
});
app.get("/j", function (q, r) {
  r.render("j.jade", { t: "J" });
});
app.get("/nov", function (q, r) {
  r.render("zzz");
});
app.get("/id/:id(\\d+)?", function (q, r) {
  r.send("id " + q.uid);
});
app.get("/id/*", function (q, r) {
  r.send("star " + q.params[0]);
});
app.get(/^\/re(x+)$/, function (q, r) {
  r.send(q.params[0]);
});
app.get("/fmt", function (q, r) {
  r.format({
    text: function () {
      r.send("t");
    },
    html: function () {
      r.send("<h>");
    },
    json: function () {
      r.send({ j: 1 });
    }
  });
});
app.get("/jsonp", function (q, r) {
  r.jsonp({ a: "\u2028" });
});
app.get("/file", function (q, r) {
  r.sendfile(dir + "/a.txt");
});
app.get("/dl", function (q, r) {
  r.download(dir + "/a.txt", "x y.txt");
});
app.get("/acc", function (q, r) {
  r.send([
    q.accepts("json,html"),
    q.ip,
    q.protocol,
    q.path,
    q.host,
    q.xhr,
    q.subdomains,
    q.fresh,
    q.is("html"),
    q.acceptedLanguages
  ]);
});
app.get("/sess", function (q, r) {
  q.session.c = (q.session.c || 0) + 1;
  r.send("c" + q.session.c);
});
app.get("/clr", function (q, r) {
  r.clearCookie("z");
  r.cookie("o", { a: 1 }, { maxAge: 0, httpOnly: true });
  r.links({ next: "/n" });
  r.vary("X");
  r.location("/l");
  r.status(203).type("png").attachment("f.png");
  r.end();
});
app.get("/csrf", function (q, r) {
  r.send(typeof q.csrfToken());
});
app.post("/csrf", function (q, r) {
  r.send("posted");
});
app.post("/up", function (q, r) {
  var f = q.files.f;
  r.send([q.body.k, f.name, f.size, f.type, fs.readFileSync(f.path, "utf8")]);
});
app.get("/to", function (q, r) {});
app.get("/auth", function (q, r) {
  r.send("in " + q.user);
});
app.post("/lim", function (q, r) {
  r.send("ok");
});
app.all("/all", function (q, r, n) {
  r.set("X-All", "1");
  n();
});
app.get(
  "/all",
  [
    function (q, r, n) {
      n();
    },
    function (q, r, n) {
      n();
    }
  ],
  function (q, r) {
    r.send(200);
  }
);
app.get("/boom", function (q, r, n) {
  n(new Error("bang"));
});
app.options;
app.use("/eh", function (q, r, n) {
  var e = new Error("eh");
  e.stack = "STACK\n at x";
  n(e);
});
app.use(express.errorHandler());
var sub = express();
sub.get("/x", function (q, r) {
  r.send("sub " + sub.path() + q.originalUrl);
});
app.use("/mnt", sub);
var s = http.createServer(app).listen(0, function () {
  var jar = {};
  var MP =
    '--B\r\nContent-Disposition: form-data; name="k"\r\n\r\nv\r\n--B\r\nContent-Disposition: form-data; name="f"; filename="q.txt"\r\nContent-Type: text/plain\r\n\r\nfile body\r\n--B--\r\n';
  var todo = [
    ["GET", "/st/a.txt"],
    ["GET", "/st/"],
    ["GET", "/st/sub"],
    ["GET", "/st/nope"],
    ["GET", "/st/../x"],
    ["GET", "/st/%2e%2e/x"],
    ["GET", "/st/a.txt", { range: "bytes=2-4" }],
    ["GET", "/st/a.txt", { range: "bytes=99-" }],
    ["GET", "/st/a.txt", { "if-modified-since": when.toUTCString() }],
    ["HEAD", "/st/a.txt"],
    ["GET", "/dir/", { accept: "application/json" }],
    ["GET", "/dir/sub", { accept: "text/plain" }],
    ["GET", "/auth"],
    ["GET", "/auth", { authorization: "Basic " + new Buffer("u:p").toString("base64") }],
    ["GET", "/v"],
    ["GET", "/j"],
    ["GET", "/nov", { accept: "application/json" }],
    ["GET", "/id/4"],
    ["GET", "/id/0"],
    ["GET", "/id/a/b"],
    ["GET", "/rexx"],
    ["GET", "/fmt", { accept: "text/html" }],
    ["GET", "/fmt", { accept: "application/json" }],
    ["GET", "/fmt", { accept: "image/png" }],
    ["GET", "/jsonp?callback=cb.x"],
    ["GET", "/file"],
    ["GET", "/dl"],
    [
      "GET",
      "/acc",
      {
        accept: "text/html",
        "x-forwarded-for": "1.2.3.4, 5.6.7.8",
        "x-forwarded-proto": "https",
        host: "a.b.example.com:80",
        "accept-language": "en;q=.5, fr"
      }
    ],
    ["GET", "/sess"],
    ["GET", "/sess"],
    ["GET", "/clr"],
    ["GET", "/csrf"],
    ["POST", "/csrf"],
    ["POST", "/up", { "content-type": "multipart/form-data; boundary=B" }, MP],
    ["GET", "/to"],
    ["POST", "/lim", {}, "12345678901234"],
    ["GET", "/vh", { host: "a.com" }],
    ["GET", "/all"],
    ["OPTIONS", "/all"],
    ["PUT", "/all"],
    ["GET", "/eh", { accept: "text/plain" }],
    ["GET", "/eh", { accept: "application/json" }],
    ["GET", "/mnt/x"],
    ["GET", "/a%zz"],
    ["POST", "/up", { "content-type": "application/x-www-form-urlencoded" }, "a[b][]=1&a[b][]=2&c=%C3%A9"]
  ];
  (function next() {
    var t = todo.shift();
    if (!t) {
      s.close();
      rm(dir);
      return;
    }
    var h = t[2] || {};
    h.cookie = Object.keys(jar)
      .map(function (k) {
        return k + "=" + jar[k];
      })
      .join("; ");
    if (t[3]) h["content-length"] = Buffer.byteLength(t[3]);
    var q = http.request(
      { port: s.address().port, method: t[0], path: t[1], headers: h, agent: false },
      function (r) {
        var b = "";
        r.setEncoding("utf8");
        r.on("data", function (d) {
          b += d;
        });
        r.on("end", function () {
          var h = r.headers;
          (h["set-cookie"] || []).forEach(function (c) {
            var m = /^([^=]+)=([^;]*)/.exec(c);
            jar[m[1]] = m[2];
          });
          if (h["set-cookie"])
            h["set-cookie"] = h["set-cookie"].map(function (c) {
              return c.replace(/cs=[^;]*/, "cs=X").replace(/Expires=[^;]*/, "E");
            });
          delete h.date;
          if (h.etag) h.etag = "E";
          if (/^\/(dir|nov)/.test(t[1])) {
            delete h["content-length"];
          }
          b = b
            .split(dir)
            .join("DIR")
            .replace(/(\\n|\n)    at [^"\n]*/g, "");
          console.log(
            t[0],
            t[1],
            r.statusCode,
            JSON.stringify(h),
            JSON.stringify(b.slice(0, t[1] == "/up" ? 80 : 600))
          );
          next();
        });
      }
    );
    q.on("error", function (e) {
      console.log(t[1], e.code);
      next();
    });
    q.end(t[3]);
  })();
});
