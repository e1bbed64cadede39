// superagent against an Express app.
var sa = require("superagent"),
  express = require("express");
var app = express();
app.use(express.bodyParser());
app.get("/", function (q, r) {
  r.send({ q: q.query, h: q.get("x-y"), a: q.headers.accept });
});
app.post("/p", function (q, r) {
  r.set("X-R", "1");
  r.status(201);
  r.json({
    b: q.body,
    t: q.get("content-type").split(";")[0],
    f: q.files && q.files.f && { n: q.files.f.name, s: q.files.f.size }
  });
  if (q.files && q.files.f) require("fs").unlink(q.files.f.path, function () {});
});
app.get("/r", function (q, r) {
  r.redirect("/");
});
app.get("/e", function (q, r) {
  r.send(500, "x");
});
app.get("/gz", express.compress({ threshold: 0 }), function (q, r) {
  r.type("text");
  r.send("compressed");
});
var s = app.listen(0, function () {
  var b = "http://127.0.0.1:" + s.address().port;
  sa.get(b + "/")
    .query({ a: 1 })
    .query("b=2")
    .set("X-Y", "z")
    .end(function (e, r) {
      console.log(e, r.status, r.ok, r.body, r.type, r.charset);
      sa.post(b + "/p")
        .send({ x: 1 })
        .send({ y: 2 })
        .end(function (e, r) {
          console.log(r.status, r.body, r.get("x-r"));
          sa.post(b + "/p")
            .type("form")
            .send("a=1")
            .send("b=2")
            .end(function (r) {
              console.log(r.body);
              sa.post(b + "/p")
                .attach("f", __filename)
                .field("n", "v")
                .end(function (e, r) {
                  r.body.f.s = r.body.f.s > 100;
                  console.log(r.body);
                  sa.get(b + "/r").end(function (e, r) {
                    console.log(r.redirects.length, r.body.q);
                    sa.get(b + "/e").end(function (e, r) {
                      console.log(r.error.message.replace(/:\d+/, ""), r.serverError);
                      sa.get(b + "/gz")
                        .set("Accept-Encoding", "gzip")
                        .end(function (e, r) {
                          console.log(r.text);
                          sa("DELETE", b + "/none")
                            .auth("u", "p")
                            .end(function (e, r) {
                              console.log(r.status, r.text.trim());
                              var n = 0;
                              sa.get(b + "/")
                                .buffer(false)
                                .parse(function (r, f) {
                                  r.on("data", function (d) {
                                    n += d.length;
                                  });
                                  r.on("end", f);
                                })
                                .end(function (e, r) {
                                  console.log(n > 0);
                                  s.close();
                                });
                            });
                        });
                    });
                  });
                });
            });
        });
    });
});
