// async: collections, flow and queues.
var async = require("async");
async.map(
  [3, 1, 2],
  function (n, done) {
    setTimeout(function () {
      done(null, n * 2);
    }, n);
  },
  function (error, all) {
    console.log("map", error, all);
    async.waterfall(
      [
        function (next) {
          next(null, 1);
        },
        function (n, next) {
          setImmediate(next, null, n + 1, "x");
        }
      ],
      function (error, n, text) {
        console.log("waterfall", error, n, text);
        async.auto(
          {
            a: function (done) {
              done(null, "a");
            },
            b: [
              "a",
              function (done, r) {
                done(null, r.a + "b");
              }
            ]
          },
          function (e, r) {
            console.log("auto", e, r);
            async.parallelLimit(
              [1, 2, 3].map(function (n) {
                return function (cb) {
                  process.nextTick(function () {
                    cb(n == 3 ? new Error("three") : null, n);
                  });
                };
              }),
              2,
              function (e, r) {
                console.log("limit", e && e.message, r);
                var q = async.queue(function (task, done) {
                  console.log("task", task.n);
                  setImmediate(done);
                }, 2);
                q.drain = function () {
                  console.log("drained");
                };
                q.push([{ n: 1 }, { n: 2 }, { n: 3 }], function (e) {
                  console.log("done", e);
                });
                var n = 0;
                async.whilst(
                  function () {
                    return n < 3;
                  },
                  function (cb) {
                    n++;
                    setTimeout(cb, 1);
                  },
                  function (e) {
                    console.log("whilst", n);
                  }
                );
                async.series(
                  {
                    one: function (cb) {
                      cb(null, 1);
                    },
                    two: function (cb) {
                      cb("bad");
                    }
                  },
                  function (e, r) {
                    console.log(e, r);
                  }
                );
                var memo = async.memoize(function (x, cb) {
                  console.log("calc", x);
                  cb(null, x * x);
                });
                memo(3, function (e, v) {
                  console.log(v);
                  memo(3, function (e, v) {
                    console.log(v);
                  });
                });
              }
            );
          }
        );
      }
    );
  }
);
