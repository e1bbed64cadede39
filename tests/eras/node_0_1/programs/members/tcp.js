var tcp = require("tcp"), sys = require("sys"), port = parseInt(process.ARGV[2]);

function ok(name, holds) { sys.puts(name + (holds ? "" : " FAILED")); }

var server = tcp.createServer(function (socket) {
  ok("connection", socket instanceof tcp.Connection && socket.readyState === "open");
  ok("remoteAddress", socket.remoteAddress === "127.0.0.1");
  socket.addListener("connect", function () {
    socket.setEncoding("utf8");
    socket.setNoDelay();
    socket.send("gr\u00fc\u00df", "utf8");
  });
  socket.addListener("receive", function (data) {
    if (data === "again") {
      ok("connect()", true);
      server.addListener("close", function (errorno) { ok("close of a server", errorno === 0); });
      server.close();
      ok("forceClose", socket.forceClose() === undefined && socket.readyState === "closed");
      return;
    }
    ok("setEncoding", data === "\u20ac");
    socket.close();
    ok("close()", socket.readyState === "readOnly");
  });
});
ok("Server", server instanceof tcp.Server);
server.listen(port, "127.0.0.1", 5);

var client = tcp.createConnection(port), drained = false, round = 1;
ok("createConnection", client.readyState === "opening" && client.remoteAddress == null);
ok("verifyPeer", client.verifyPeer() === 0 && client.getPeerCertificate("DNstring") == null);
client.setEncoding("utf8");
client.addListener("connect", function () {
  if (round === 2) {
    client.send("again");
    return;
  }
  ok("connect", client.readyState === "open");
  client.readPause();
  var paused = true;
  client.addListener("receive", function (data) {
    if (round === 2) return;
    ok("receive", data === "gr\u00fc\u00df");
    ok("readPause", !paused);
    client.send("\u20ac", "utf8");
  });
  client.addListener("drain", function () { drained = true; });
  setTimeout(function () {
    paused = false;
    client.readResume();
  }, 10);
});
client.addListener("eof", function () {
  if (round === 1) ok("eof", client.readyState === "writeOnly");
  if (round === 1) ok("drain", drained);
  client.close();
});
client.addListener("close", function (had_error) {
  if (round === 2) return;
  round = 2;
  ok("close", had_error === false && client.readyState === "closed");
  timeout();
});

function timeout() {
  var silent = tcp.createServer(function (socket) {
    socket.addListener("eof", function () { socket.close(); });
    silent.close();
  });
  silent.listen(parseInt(process.ARGV[3]), "127.0.0.1");
  var idle = tcp.createConnection(parseInt(process.ARGV[3])), timed_out = false;
  idle.setTimeout(20);
  idle.addListener("timeout", function () { timed_out = true; });
  idle.addListener("close", function () {
    ok("timeout", timed_out);
    client.connect(port);
  });
}
