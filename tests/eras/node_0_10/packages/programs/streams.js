// The stream packages: through, concat-stream, event-stream, JSONStream, byline, readable-stream.
var through = require("through"),
  t2 = require("through2"),
  concat = require("concat-stream"),
  es = require("event-stream"),
  JS = require("JSONStream"),
  by = require("byline"),
  RS = require("readable-stream"),
  fs = require("fs"),
  stream = require("stream");
var a = through(
  function (d) {
    this.queue(String(d).toUpperCase());
  },
  function () {
    this.queue("END");
    this.queue(null);
  }
);
a.pipe(
  concat(function (d) {
    console.log("concat", String(d));
    two();
  })
);
a.write("ab");
a.write("cd");
a.end();
function two() {
  var t = t2(
    { highWaterMark: 2 },
    function (c, e, cb) {
      this.push("<" + c + ">");
      cb();
    },
    function (cb) {
      this.push("!");
      cb();
    }
  );
  t.pipe(
    concat(function (b) {
      console.log("t2", b.toString());
      three();
    })
  );
  t.write("x");
  t.write("yz");
  t.end();
}
function three() {
  var r = new RS.Readable({ objectMode: true });
  var n = 0;
  r._read = function () {
    this.push(n < 3 ? { n: n++ } : null);
  };
  r.pipe(
    t2({ objectMode: true }, function (o, e, cb) {
      cb(null, { n: o.n * 2 });
    })
  )
    .pipe(JS.stringify())
    .pipe(
      es.wait(function (e, t) {
        console.log("json", t);
        four();
      })
    );
}
function four() {
  fs.createReadStream(__filename)
    .pipe(es.split())
    .pipe(
      es.mapSync(function (l) {
        return l.length;
      })
    )
    .pipe(
      es.writeArray(function (e, a) {
        console.log("lines", a.length, a[0]);
        five();
      })
    );
}
function five() {
  var p = JS.parse(["rows", true, "v"]);
  p.on("data", function (d) {
    console.log("row", d);
  });
  p.on("root", function (r) {
    console.log("root", r && r.n);
  });
  p.on("end", function () {
    console.log("parsed");
    six();
  });
  p.write('{"n":1,"rows":[{"v":1},{"v":');
  p.write('[2]},{"q":3}]}');
  p.end();
}
function six() {
  var s = by.createStream(fs.createReadStream(__filename, { encoding: "utf8", highWaterMark: 20 }));
  var n = 0;
  s.on("data", function (l) {
    if (!n++) console.log("byline", l.slice(0, 11));
  });
  s.on("end", function () {
    console.log(n);
    seven();
  });
}
function seven() {
  es.merge(es.readArray([1, 2]), es.readArray([3])).pipe(
    es.writeArray(function (e, a) {
      console.log(a.sort());
      eight();
    })
  );
}
function eight() {
  var d = es.duplex(
    through(function (x) {
      console.log("in", x);
    }),
    es.readArray(["o"])
  );
  d.on("data", function (x) {
    console.log("out", x);
  });
  d.on("end", function () {
    nine();
  });
  d.write("i");
  d.end();
}
function nine() {
  var w = new RS.Writable({ decodeStrings: false });
  w._write = function (c, e, cb) {
    console.log("w", c, e);
    setImmediate(cb);
  };
  w.on("finish", function () {
    console.log("finish");
    ten();
  });
  console.log(w.write("é", "utf8"));
  w.end(new Buffer("z"));
}
function ten() {
  var pt = new stream.PassThrough();
  var rs = new RS.PassThrough();
  pt.pipe(rs).pipe(
    concat(function (b) {
      console.log("mixed", b.length, b instanceof Buffer);
      var q = es.pipeline(
        es.split(),
        es.map(function (l, cb) {
          l == "skip" ? cb() : cb(null, l + ";");
        })
      );
      q.pipe(
        concat(function (x) {
          console.log("pl", String(x));
          es.child && 0;
          last();
        })
      );
      q.write("a\nskip\nb");
      q.end();
    })
  );
  pt.end(new Buffer(70000));
}
function last() {
  var old = new stream.Stream();
  old.readable = true;
  var r = new RS.Readable().wrap(old);
  r.on("data", function (d) {
    console.log("wrap", String(d));
  });
  r.on("end", function () {
    console.log("end");
  });
  process.nextTick(function () {
    old.emit("data", new Buffer("k"));
    old.emit("end");
  });
}
