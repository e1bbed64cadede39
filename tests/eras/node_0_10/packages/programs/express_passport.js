// A login that a session remembers.
var express = require("express"),
  passport = require("passport"),
  http = require("http");
function S(v) {
  this.name = "s";
  this.v = v;
}
require("util").inherits(S, passport.Strategy);
S.prototype.authenticate = function (q) {
  var self = this;
  if (q.query.u) this.success({ id: q.query.u });
  else this.fail("Chal");
};
passport.use(new S());
passport.serializeUser(function (u, d) {
  d(null, u.id);
});
passport.deserializeUser(function (i, d) {
  d(null, { id: i, de: 1 });
});
var app = express();
app.use(express.cookieParser());
app.use(express.session({ secret: "x" }));
app.use(passport.initialize());
app.use(passport.session());
app.use(app.router);
app.get("/in", passport.authenticate("s"), function (q, r) {
  r.send(q.user);
});
app.get("/me", function (q, r) {
  r.send({ u: q.user, a: q.isAuthenticated() });
});
app.get("/out", function (q, r) {
  q.logout();
  r.send("out");
});
var s = http.createServer(app).listen(0, function () {
  var jar = "",
    l = ["/in", "/me", "/in?u=bob", "/me", "/out", "/me"];
  (function next() {
    var u = l.shift();
    if (!u) return s.close();
    http.get({ port: s.address().port, path: u, agent: false, headers: { cookie: jar } }, function (r) {
      var b = "";
      if (r.headers["set-cookie"]) jar = r.headers["set-cookie"][0].split(";")[0];
      r.on("data", function (d) {
        b += d;
      });
      r.on("end", function () {
        console.log(u, r.statusCode, b, r.headers["www-authenticate"]);
        next();
      });
    });
  })();
});
