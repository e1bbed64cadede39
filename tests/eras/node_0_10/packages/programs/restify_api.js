// A restify server, asked by restify clients.
var restify = require("restify");
var s = restify.createServer({ name: "app", version: ["1.0.0"] });
s.use(restify.acceptParser(s.acceptable));
s.use(restify.queryParser());
s.use(restify.bodyParser());
s.use(restify.gzipResponse());
s.use(restify.authorizationParser());
s.pre(restify.pre.sanitizePath());
s.get("/hello/:name", function (q, r, n) {
  r.send({ hi: q.params.name, q: q.query, v: q.version() });
  n();
});
s.post("/p", function (q, r, n) {
  r.send(201, q.body);
  n();
});
s.get("/err", function (q, r, n) {
  n(new restify.ResourceNotFoundError("gone"));
});
s.get("/ia", function (q, r, n) {
  return n(new restify.InvalidArgumentError("bad %s", "x"));
});
s.put({ path: "/v", version: "2.0.0" }, function (q, r, n) {
  r.send("two");
  n();
});
s.del("/d", function (q, r, n) {
  r.send(204);
  n();
});
s.head("/hello/:name", function (q, r, n) {
  r.send(200);
  n();
});
s.on("after", function (q, r, route) {
  console.log("after", q.method, q.getPath(), r.statusCode, route && route.name);
});
s.on("NotFound", function (q, r) {
  r.send(404, { nf: 1 });
});
s.get("/auth", function (q, r, n) {
  r.send(q.authorization.basic);
  n();
});
s.listen(0, function () {
  var u = "http://127.0.0.1:" + s.address().port;
  var c = restify.createJsonClient({ url: u, version: "*", retry: false, agent: false });
  var sc = restify.createStringClient({ url: u, agent: false, retry: false });
  c.get("/hello/bob?a=1", function (e, q, r, o) {
    var h = r.headers;
    delete h.date;
    delete h["response-time"];
    delete h["request-id"];
    delete h["x-request-id"];
    console.log(e, r.statusCode, o, JSON.stringify(h));
    c.post("/p", { a: [1] }, function (e, q, r, o) {
      console.log(r.statusCode, o);
      c.get("/err", function (e, q, r, o) {
        console.log(e.name, e.message, e.statusCode, o);
        c.get("/ia", function (e) {
          console.log(e.restCode, e.message);
          c.get("/none", function (e, q, r, o) {
            console.log(e.statusCode, o);
            c.del("/d", function (e, q, r) {
              console.log(e, r.statusCode);
              c.head("/hello/x", function (e, q, r) {
                console.log(e, r.statusCode);
                c.basicAuth("u", "p");
                c.get("/auth", function (e, q, r, o) {
                  console.log(o);
                  sc.get("/hello/str", function (e, q, r, t) {
                    console.log(t);
                    c.put("/hello/x", {}, function (e, q, r, o) {
                      console.log(e.statusCode, o);
                      c.close && c.close();
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
});
