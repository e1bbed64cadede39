// Options that are objects of a class, or inherit what they do not have.
var http = require("http");

function Options(port) {
  this.port = port;
  this.headers = { "X-Own": "1" };
  this.self = this;
}
Options.prototype.path = "/inherited";
Options.prototype.method = "PUT";

var server = http.createServer(function (req, res) {
  console.log(req.method, req.url, req.headers["x-own"]);
  res.end();
});

server.listen(0, function () {
  var port = server.address().port;
  http.request(new Options(port), function (res) {
    res.resume();
    res.on("end", function () {
      http.get(Object.create({ port: port, path: "/created", agent: false }), function (res) {
        res.resume();
        server.close();
      });
    });
  }).end();
});
