var http = require("http"), sys = require("sys"), port = parseInt(process.ARGV[2]), connections = [];

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

var server = http.createServer(function (request, response) {
  if (request.method === "GET") {
    response.sendHeader(200, [["Content-Length", "8"], ["X-Many", "1"], ["X-Many", "2"]]);
    response.sendBody("gr\u00fc\u00df\n!", "utf8");
    response.finish();
    return;
  }
  ok("request", request instanceof http.ServerRequest && response instanceof http.ServerResponse);
  ok("request.method", request.method === "POST");
  var uri = request.uri;
  ok("request.uri", uri.full === "/a/b?c=d%20e#f" && uri.path === "/a/b" && uri.queryString === "c=d%20e");
  ok("request.uri.params", uri.params.c === "d e" && uri.fragment === "f");
  ok("request.headers", request.headers["x-colour"] === "blue");
  ok("request.httpVersion", request.httpVersion === "1.1");
  ok("request.connection", request.connection instanceof http.Connection && connections.length === 1);
  var body = "", paused = true;
  request.setBodyEncoding("utf8");
  request.addListener("body", function (chunk) {
    ok("request.pause", !paused);
    body += chunk;
  });
  request.addListener("complete", function () {
    ok("request body", body === "\u20ac");
    response.sendHeader(404, {"Content-Type": "text/plain"});
    response.sendBody("first ");
    response.sendBody("second");
    response.finish();
  });
  request.pause();
  setTimeout(function () {
    paused = false;
    request.resume();
  }, 5);
});
server.addListener("connection", function (connection) { connections.push(connection); });
server.addListener("close", function (errorno) { ok("server close", errorno === 0); });
ok("http.Server", server instanceof http.Server);
server.listen(port, "127.0.0.1");

var client = http.createClient(port, "127.0.0.1");
ok("http.Client", client instanceof http.Client);
var request = client.request("POST", "/a/b?c=d%20e#f", {"X-Colour": "blue"});
ok("http.ClientRequest", request instanceof http.ClientRequest);
request.addListener("response", function (response) { ok("response", response.statusCode === 404); });
request.sendBody("\u20ac", "utf8");
request.finish(function (response) {
  ok("http.ClientResponse", response instanceof http.ClientResponse && response.client === client);
  ok("response.httpVersion", response.httpVersion === "1.1");
  ok("response.headers", response.headers["content-type"] === "text/plain");
  var body = "", paused = true;
  response.addListener("body", function (chunk) {
    ok("response.pause", !paused);
    body += chunk;
    if (body === "first second") ok("response body", true);
  });
  response.addListener("complete", get);
  response.pause();
  setTimeout(function () {
    paused = false;
    response.resume();
  }, 5);
});

function get() {
  ok("response complete", true);
  client.request("/").finish(function (response) {
    response.setBodyEncoding("utf8");
    ok("repeated headers", response.headers["x-many"] === "1, 2");
    response.addListener("body", function (chunk) { ok("response.setBodyEncoding", chunk === "gr\u00fc\u00df\n!"); });
    response.addListener("complete", function () {
      http.cat("http://127.0.0.1:" + port + "/", "utf8").addCallback(function (body) {
        ok("http.cat", body === "gr\u00fc\u00df\n!");
        server.close();
      });
    });
  });
}
