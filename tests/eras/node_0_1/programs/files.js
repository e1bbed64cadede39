// Serves the files of a directory, piece by piece.
var http = require("http"), posix = require("posix"), sys = require("sys");

var port = parseInt(process.ARGV[2]), root = process.ARGV[3];
var types = { html: "text/html", txt: "text/plain", png: "image/png" };

function fail(res, code, text) {
  res.sendHeader(code, { "Content-Type": "text/plain", "Content-Length": text.length + 1 });
  res.sendBody(text + "\n");
  res.finish();
}

function pump(fd, res) {
  posix.read(fd, 16 * 1024, null, "binary").addCallback(function (data, bytes) {
    if (bytes > 0) {
      res.sendBody(data, "binary");
      pump(fd, res);
    } else {
      posix.close(fd);
      res.finish();
    }
  });
}

function serve(path, req, res) {
  posix.stat(path).addErrback(function () {
    fail(res, 404, "Not Found");
  }).addCallback(function (stats) {
    if (stats.isDirectory()) return serve(path + "/index.html", req, res);
    var type = types[path.split(".").pop()] || "application/octet-stream";
    posix.open(path, process.O_RDONLY, 0666).addErrback(function () {
      fail(res, 403, "Forbidden");
    }).addCallback(function (fd) {
      res.sendHeader(200, [["Content-Type", type], ["Content-Length", stats.size]]);
      pump(fd, res);
    });
  });
}

http.createServer(function (req, res) {
  if (req.method !== "GET" && req.method !== "HEAD") return fail(res, 405, "Method Not Allowed");
  var path = decodeURIComponent(req.uri.path);
  if (path.split("/").indexOf("..") >= 0) return fail(res, 403, "Forbidden");
  serve(root + path, req, res);
}).listen(port, "127.0.0.1");

sys.puts("Serving " + root + " at http://127.0.0.1:" + port + "/");
