// A server whose requests have domains: an error in one answers that one with 500.
var http = require("http");
var domain = require("domain");
var server = http.createServer(function (request, response) {
  var d = domain.create();
  d.add(request);
  d.add(response);
  d.on("error", function (error) {
    response.statusCode = 500;
    response.end(error.message);
  });
  d.run(function () {
    setTimeout(function () {
      if (request.url === "/bad") throw new Error("failed " + request.url);
      response.end("fine " + request.url);
    }, 1);
  });
});
server.listen(0, function () {
  var paths = ["/good", "/bad", "/also"];
  (function next() {
    var path = paths.shift();
    if (!path) return server.close();
    http.get({ port: server.address().port, path: path, agent: false }, function (response) {
      var text = "";
      response.setEncoding("utf8");
      response.on("data", function (piece) { text += piece; });
      response.on("end", function () { console.log(path, response.statusCode, text); next(); });
    });
  })();
});
