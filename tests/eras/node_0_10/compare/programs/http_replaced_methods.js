// Methods that a program puts in place of those of messages: the implicit calls go there as well.
var http = require("http");
var proto = http.ServerResponse.prototype;
var log = [];

function report(name) {
  var original = proto[name];
  proto[name] = function () {
    log.push(name + "(" + typeof arguments[0] + ")");
    return original.apply(this, arguments);
  };
}

var cases = [
  function (req, res) {
    res.end("end alone");
  },
  function (req, res) {
    res.write("write first");
    res.end();
  },
  function (req, res) {
    res.setHeader("X-Set", "1");
    res.writeHead(202, { "X-Given": "2" });
    res.end();
  },
  function (req, res) {
    // On the object itself.
    var writeHead = res.writeHead;
    res.writeHead = function (code) {
      res.setHeader("X-Late", "set at the last moment");
      log.push("own writeHead(" + code + ")");
      writeHead.apply(res, arguments);
    };
    res.end("own");
  },
  function (req, res) {
    var end = res.end;
    res.end = function (data) {
      log.push("own end(" + data + ")");
      res.end = end;
      res.end(data + "!");
    };
    req.pipe(res);
  },
  function (req, res) {
    // On a prototype between the two, as Express puts it.
    res.__proto__ = between;
    res.end("between");
  },
  function (req, res) {
    delete res.writeHead;
    res.end("again");
  }
];

var between = Object.create(proto);
var server = http.createServer(function (req, res) {
  var before = res._headers;
  cases[number](req, res);
});
var number = 0;

function run(done) {
  var req = http.request({ port: server.address().port, method: "POST", agent: false }, function (res) {
    res.resume();
    res.on("end", function () {
      var headers = res.headers;
      console.log(number, res.statusCode, headers["x-set"], headers["x-given"], headers["x-late"], headers["x-all"]);
      console.log("  " + log.join(" "));
      log = [];
      number++;
      if (number < cases.length) return run(done);
      done();
    });
  });
  req.end();
}

server.listen(0, function () {
  run(function () {
    ["writeHead", "_implicitHeader", "_renderHeaders", "setHeader", "write", "end"].forEach(report);
    between.writeHead = function (code) {
      this.setHeader("X-All", "between");
      return proto.writeHead.call(this, code);
    };
    number = 0;
    run(function () {
      server.close();
    });
  });
});

// A function of the module, which `get` goes through.
var request = http.request;
http.request = function (options) {
  console.log("request", options.path);
  http.request = request;
  return {
    end: function () {
      console.log("ended");
    }
  };
};
http.get({ path: "/mocked" });
