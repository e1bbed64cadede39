// Members of messages that no document names, as the packages of the time read and set them.
var http = require("http");

function show(title, message) {
  console.log(title, JSON.stringify(message._headers), JSON.stringify(message._headerNames),
    !!message._header, !!message._headerSent, message._hasBody, message.chunkedEncoding,
    message.useChunkedEncodingByDefault);
}

function port(text) {
  return text.replace(/:\d+/g, ":PORT").replace(/Date: [^\r]*/, "Date: now");
}

var cases = {
  "/set": function (req, res) {
    show("new", res);
    res.setHeader("X-One", "1");
    res.setHeader("Set-Cookie", ["a", "b"]);
    res.removeHeader("x-none");
    show("set", res);
    console.log(JSON.stringify(res._renderHeaders()));
    res._headers["x-two"] = "2";
    delete res._headers["x-one"];
    show("changed", res);
    console.log(res.getHeader("X-Two"), res.getHeader("X-One"));
    res._headers = { "x-three": "3" };
    res._headerNames = { "x-three": "X-Three" };
    console.log(res.getHeader("x-three"), res.getHeader("x-two"));
    res.end("set");
    show("ended", res);
  },
  "/implicit": function (req, res) {
    res.statusCode = 201;
    res._implicitHeader();
    console.log(port(JSON.stringify(res._header)), res.headersSent);
    res._hasBody = false;
    res.end("not sent");
  },
  "/cleared": function (req, res) {
    res.setHeader("X-Gone", "1");
    res._headers = null;
    res.end(String(res.getHeader("x-gone")));
  },
  "/plain": function (req, res) {
    res.useChunkedEncodingByDefault = false;
    res.end("until the end");
  },
  "/stored": function (req, res) {
    res._storeHeader("HTTP/1.1 299 Fine\r\n", { "X-Stored": "yes" });
    res._send("8\r\nwritten \r\n");
    res.end("and sent");
  }
};

var server = http.createServer(function (req, res) {
  console.log(req.client === req.socket, req.socket._httpMessage === res);
  cases[req.url](req, res);
});

server.listen(0, function () {
  var paths = Object.keys(cases);
  (function next() {
    var path = paths.shift();
    if (!path) return server.close();
    var req = http.get({ port: server.address().port, path: path, agent: false }, function (res) {
      var body = "";
      console.log(res.client === req.socket, req.socket._httpMessage === req, req.res === res);
      res.setEncoding("utf8");
      res.on("data", function (data) {
        body += data;
      });
      res.on("end", function () {
        delete res.headers.date;
        console.log(path, res.statusCode, JSON.stringify(res.headers), JSON.stringify(body));
        next();
      });
    });
    console.log(port(JSON.stringify(req._headers)), req._headerNames, port(String(req._header)), req.output.length);
  })();
});
