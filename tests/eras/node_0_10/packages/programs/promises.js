// Three promise libraries and what they make of callbacks.
var Q = require("q"),
  Bluebird = require("bluebird"),
  when = require("when");
Q.longStackSupport = true;
Q.delay(5)
  .then(function () {
    console.log("q delayed");
    return Q.all([1, Q(2), Q.delay(3, 1)]);
  })
  .spread(function (a, b, c) {
    console.log("spread", a, b, c);
    throw new Error("no");
  })
  .fail(function (e) {
    console.log("fail", e.message);
    return Q.nfcall(require("fs").readFile, __filename, "utf8");
  })
  .then(function (t) {
    console.log(t.slice(0, 12));
    return Q.allSettled([Q(1), Q.reject(new Error("r"))]);
  })
  .then(function (all) {
    console.log(
      all.map(function (x) {
        return x.state + ":" + (x.value || x.reason.message);
      })
    );
    throw new Error("again");
  })
  .catch(function (e) {
    console.log("async", e.message);
  })
  .fin(function () {
    console.log("fin");
  })
  .then(function () {
    var P = Bluebird;
    var fs = P.promisifyAll(require("fs"));
    return fs
      .readFileAsync(__dirname + "/nope")
      .catch(function (e) {
        console.log(e instanceof P.RejectionError || e.name, e.code || e.cause.code);
      })
      .then(function () {
        return P.map([1, 2, 3], function (x) {
          return P.delay(1).then(function () {
            return x * 2;
          });
        });
      })
      .then(function (r) {
        console.log("bb map", r);
        return P.reduce(
          [1, 2, 3],
          function (a, b) {
            return a + b;
          },
          0
        );
      })
      .then(function (s) {
        console.log(s);
        return P.props({ a: P.resolve(1), b: 2 });
      })
      .then(function (o) {
        console.log(o);
      })
      .then(function () {
        return new P(function (res, rej) {
          setTimeout(rej, 1, new TypeError("tt"));
        });
      })
      .catch(TypeError, function (e) {
        console.log("typed", e.message);
      })
      .finally(function () {
        console.log("finally");
      });
  })
  .done(function () {
    when
      .join(when.resolve(1), 2)
      .then(function (v) {
        console.log("when", v);
        return when.reject("x");
      })
      .otherwise(function (x) {
        console.log("otherwise", x);
      })
      .ensure(function () {
        console.log("ensure");
      });
    when.all([when(1), when.defer().promise]).then(null, null);
    var d = when.defer();
    d.promise.then(
      function (v) {
        console.log("deferred", v);
      },
      null,
      function (p) {
        console.log("progress", p);
      }
    );
    d.notify(1);
    setTimeout(function () {
      d.resolve("r");
    }, 2);
  });
