// A response that a program makes itself, as packages for tests do, and gives a socket of its own later or never.
var http = require("http");
var Stream = require("stream");

function show(title, res) {
  console.log(title, res.output, res.outputEncodings.length, res.finished, !!res._headerSent, !!res._header);
}

function fresh(version, method, headers) {
  var res = new http.ServerResponse({
    method: method || "GET",
    httpVersionMajor: 1,
    httpVersionMinor: version,
    headers: headers || {}
  });
  res.sendDate = false;
  res.on("finish", function () {
    console.log("finish");
  });
  return res;
}

// Without a socket everything waits.
var waiting = fresh(1);
console.log(waiting.socket, waiting instanceof http.OutgoingMessage);
show("new", waiting);
console.log(waiting.write("one"));
show("written", waiting);
console.log(waiting.end("two"));
show("ended", waiting);

var old = fresh(0);
old.setHeader("Content-Type", "text/plain");
old.end("body");
show("1.0", old);
console.log(old.shouldKeepAlive, old.chunkedEncoding, old.useChunkedEncodingByDefault);

var chunky = fresh(0, "GET", { te: "chunked" });
chunky.end("body");
show("1.0 that knows chunks", chunky);

var head = fresh(1, "HEAD");
head.end("body");
show("HEAD", head);

// With one of the program's own.
var written = "";
var socket = new Stream();
socket.writable = true;
socket.write = function (data) {
  written += data;
  return true;
};
var given = fresh(1);
given.assignSocket(socket);
console.log(given.socket === socket, given.connection === socket);
given.writeHead(201, { "X-Y": "z" });
given.write("first");
given.end("last");
console.log(JSON.stringify(written), given.socket === socket);
given.detachSocket(socket);
console.log(given.socket, given.connection);

// And one that it had to wait for.
written = "";
waiting.assignSocket(socket);
console.log(JSON.stringify(written));
waiting.on("close", function () {
  console.log("close");
});
socket.emit("close");
