// request: forms, JSON, cookies, redirects, gzip, timeouts, streams in and out.
var request = require("request"),
  http = require("http"),
  fs = require("fs");
var s = http.createServer(function (q, r) {
  var b = [];
  q.on("data", function (d) {
    b.push(d);
  });
  q.on("end", function () {
    b = Buffer.concat(b).toString();
    if (q.url == "/redir") {
      r.writeHead(302, { Location: "/final" });
      return r.end();
    }
    if (q.url == "/gz") {
      r.writeHead(200, { "content-encoding": "gzip" });
      return require("zlib").gzip("zipped", function (e, z) {
        r.end(z);
      });
    }
    if (q.url == "/slow") return;
    if (q.url == "/cookie") {
      r.setHeader("Set-Cookie", ["a=b; Path=/", "c=d"]);
    }
    if (q.url == "/big") {
      r.end(new Buffer(200000));
      return;
    }
    var h = q.headers;
    delete h.host;
    if (/multipart/.test(h["content-type"])) {
      b = b.replace(/-{20,}\d+/g, "BB");
      h["content-type"] = "M";
    }
    r.end(JSON.stringify({ m: q.method, u: q.url, h: h, b: b }));
  });
});
s.listen(0, function () {
  var base = "http://127.0.0.1:" + s.address().port;
  var j = request.jar();
  request(base + "/a?b=c", function (e, r, b) {
    console.log(e, r.statusCode, b);
    request.post({ url: base + "/form", form: { a: 1, b: ["x", "y"] } }, function (e, r, b) {
      console.log(b);
      request({ url: base + "/redir", json: true }, function (e, r, b) {
        console.log(b, r.request.href.replace(base, ""));
        request.put(
          { uri: base + "/json", json: { x: 1 }, auth: { user: "u", pass: "p" }, headers: { "X-A": "1" } },
          function (e, r, b) {
            console.log(b);
            request({ url: base + "/cookie", jar: j }, function () {
              request({ url: base + "/x", jar: j }, function (e, r, b) {
                console.log(b);
                request({ url: base + "/gz", encoding: null }, function (e, r, b) {
                  console.log(Buffer.isBuffer(b), b.length);
                  request({ url: base + "/slow", timeout: 30 }, function (e) {
                    // Two timers of the package race, of which one names the socket.
                    console.log(e.code.replace("SOCKET", ""));
                    var f = request.post(base + "/up", function (e, r, b) {
                      console.log(b);
                      request("http://127.0.0.1:1/", function (e) {
                        console.log(e.code);
                        var n = 0;
                        request(base + "/big")
                          .on("response", function (r) {
                            console.log("resp", r.headers["content-length"]);
                          })
                          .on("data", function (d) {
                            n += d.length;
                          })
                          .on("end", function () {
                            console.log("big", n);
                            fs.createReadStream(__filename).pipe(
                              request.put(base + "/pipe", function (e, r, b) {
                                console.log(JSON.parse(b).b.length == fs.statSync(__filename).size);
                                var d = request.defaults({ headers: { d: "1" }, qs: { z: 1 } });
                                d(base + "/d", function (e, r, b) {
                                  console.log(b);
                                  request(
                                    {
                                      url: base + "/pool",
                                      pool: { maxSockets: 1 },
                                      followRedirect: false,
                                      method: "OPTIONS",
                                      oauth: undefined
                                    },
                                    function (e, r, b) {
                                      console.log(b);
                                      request.head(base + "/h", function (e, r, b) {
                                        console.log(r.statusCode, b, r.headers["transfer-encoding"]);
                                        request(
                                          {
                                            url: base + "/multi",
                                            method: "POST",
                                            multipart: [
                                              { "content-type": "text/plain", body: "p1" },
                                              { body: "p2" }
                                            ]
                                          },
                                          function (e, r, b) {
                                            console.log(
                                              b
                                                .replace(/boundary=[^"]*/, "")
                                                .replace(/--[0-9a-f-]{30,}/g, "--B")
                                            );
                                            s.close();
                                          }
                                        );
                                      });
                                    }
                                  );
                                });
                              })
                            );
                          });
                      });
                    });
                    f.form().append("k", "v");
                    f.form().append("file", fs.createReadStream(__filename, { end: 20 }));
                  });
                });
              });
            });
          }
        );
      });
    });
  });
});
