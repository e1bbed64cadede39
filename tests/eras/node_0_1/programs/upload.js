// A form to upload files with; each is written to a directory as it arrives.
var http = require("http"), multipart = require("multipart"), posix = require("posix"), sys = require("sys");

var port = parseInt(process.ARGV[2]), folder = process.ARGV[3];

function display_form(req, res) {
  res.sendHeader(200, { "Content-Type": "text/html" });
  res.sendBody('<form action="/upload" method="post" enctype="multipart/form-data">' +
    '<input type="text" name="title"><input type="file" name="file"><input type="submit"></form>\n');
  res.finish();
}

function upload_file(req, res) {
  var stream = new multipart.Stream(req), fields = {};
  stream.addListener("part", function (part) {
    var value = "", name = part.filename && part.filename.replace(/[^\w.-]/g, "_");
    var fd = name && posix.openSync(folder + "/" + name, process.O_CREAT | process.O_WRONLY, 0644);
    fields[part.name] = 0;
    part.addListener("body", function (chunk) {
      if (fd) fields[part.name] += posix.writeSync(fd, chunk, null, "binary");
      else value += chunk;
    });
    part.addListener("complete", function () {
      if (fd) posix.closeSync(fd);
      else fields[part.name] = value;
    });
  });
  stream.addListener("complete", function () {
    fields.received = stream.bytesReceived === stream.bytesTotal;
    res.sendHeader(200, { "Content-Type": "text/plain" });
    res.sendBody(JSON.stringify(fields) + "\n", "binary");
    res.finish();
  });
}

http.createServer(function (req, res) {
  if (req.uri.path === "/upload" && req.method === "POST") return upload_file(req, res);
  display_form(req, res);
}).listen(port, "127.0.0.1");

sys.puts("Upload at http://127.0.0.1:" + port + "/");
