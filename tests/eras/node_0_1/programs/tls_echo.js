// An echo server with TLS, which greets by name those whose certificate it trusts.
var posix = require("posix"), sys = require("sys"), tcp = require("tcp");

var port = parseInt(process.ARGV[2]), folder = process.ARGV[3];

function pem(name) { return posix.cat(folder + "/" + name + ".pem").wait(); }

var server = tcp.createServer(function (socket) {
  socket.setEncoding("binary");
  socket.addListener("connect", function () {
    var verified = socket.verifyPeer();
    if (verified === 1) {
      socket.send("Hello, " + socket.getPeerCertificate("DNstring") + "\n");
    } else if (verified === 0) {
      socket.send("Hello, stranger\n");
    } else {
      sys.puts("refused " + verified);
      socket.forceClose();
    }
  });
  socket.addListener("receive", function (data) {
    socket.send(data, "binary");
    if (data.indexOf("bye\n") >= 0) socket.close();
  });
  socket.addListener("eof", function () { socket.close(); });
  socket.addListener("close", function (had_error) { sys.puts("closed " + (had_error ? "badly" : "well")); });
});
server.setSecure("X509_PEM", pem("ca"), pem("crl"), pem("key"), pem("cert"));
server.listen(port, "127.0.0.1");

sys.puts("TLS echo at " + port);
