// formidable: multipart, forms, JSON, and what it refuses.
var fm = require("formidable"),
  http = require("http"),
  fs = require("fs");
var s = http
  .createServer(function (q, r) {
    var f = new fm.IncomingForm();
    f.hash = "md5";
    f.multiples = true;
    f.on("progress", function (a, b) {}).on("fileBegin", function (n, file) {
      console.log("begin", n, file.name);
    });
    f.parse(q, function (e, fields, files) {
      console.log(
        e && e.message,
        fields,
        Object.keys(files).map(function (k) {
          var x = files[k];
          var c = fs.readFileSync(x.path, "utf8");
          fs.unlinkSync(x.path);
          return [k, x.name, x.type, x.size, x.hash, c.length];
        })
      );
      r.end("ok");
    });
  })
  .listen(0, function () {
    var bodies = [
      [
        "multipart/form-data; boundary=xx",
        '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx\r\nContent-Disposition: form-data; name="up"; filename="f.bin"\r\nContent-Type: application/octet-stream\r\n\r\n' +
          new Array(70000).join("z") +
          "\r\n--xx--\r\n"
      ],
      ["application/x-www-form-urlencoded", "a=1&b=%20x"],
      ["application/json", '{"j":[1]}'],
      ["text/weird", "x"],
      ["multipart/form-data", "x"]
    ];
    (function next() {
      var b = bodies.shift();
      if (!b) {
        s.close();
        return;
      }
      var q = http.request(
        {
          port: s.address().port,
          method: "POST",
          agent: false,
          headers: { "content-type": b[0], "content-length": b[1].length }
        },
        function (r) {
          r.resume();
          r.on("end", next);
        }
      );
      q.end(b[1]);
    })();
  });
