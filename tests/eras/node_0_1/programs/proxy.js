// A proxy: asks the server that the client named, and passes on what comes, both ways, as it comes.
var http = require("http"), sys = require("sys");

var port = parseInt(process.ARGV[2]);
var hop_by_hop = ["connection", "proxy-connection", "keep-alive", "te", "upgrade", "expect"];

function passed_on(headers) {
  var pairs = [];
  for (var name in headers) {
    if (hop_by_hop.indexOf(name) < 0) pairs.push([name, headers[name]]);
  }
  return pairs;
}

http.createServer(function (req, res) {
  var host = (req.headers["host"] || "").split(":"), path = req.uri.full.replace(/^http:\/\/[^\/]*/, "") || "/";
  var client = http.createClient(parseInt(host[1] || "80"), host[0]);
  sys.puts(req.method + " " + path);

  client.addListener("error", function () {
    res.sendHeader(502, { "Content-Type": "text/plain" });
    res.sendBody("Nobody answers there.\n");
    res.finish();
  });

  var headers = passed_on(req.headers).concat([["Via", "1.1 node"]]);
  var request = client.request(req.method, path, headers);
  req.addListener("body", function (chunk) { request.sendBody(chunk, "binary"); });
  req.addListener("complete", function () {
    request.finish(function (response) {
      res.sendHeader(response.statusCode, passed_on(response.headers));
      response.addListener("body", function (chunk) { res.sendBody(chunk, "binary"); });
      response.addListener("complete", function () { res.finish(); });
    });
  });
}).listen(port, "127.0.0.1");

sys.puts("Proxy at http://127.0.0.1:" + port + "/");
