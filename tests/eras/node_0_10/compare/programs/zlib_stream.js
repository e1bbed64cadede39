// A stream and its events: pieces, flush, the end, close.
var zlib = require("zlib");
function watch(stream, name) {
  ["data", "end", "finish", "close", "error"].forEach(function (event) {
    stream.on(event, function (value) { console.log(name, event, Buffer.isBuffer(value) ? value.toString("hex") : value); });
  });
  return stream;
}
var deflate = watch(zlib.createDeflate(), "deflate");
console.log(deflate.write("aaa", function () { console.log("written"); }));
deflate.flush(function () {
  console.log("flushed");
  deflate.flush(function () {
    console.log("flushed again");
    deflate.end("x", function () {
      console.log("ended");
      deflate.flush(function () { console.log("flushed after the end"); });
    });
  });
});
deflate.on("close", function () {
  var closed = watch(zlib.createInflate(), "closed");
  closed.close(function () { console.log("closed"); });
  closed.close(function () { console.log("closed again"); });
  var bad = watch(zlib.createInflate(), "bad");
  bad.write("bad");
  bad.write("worse");
  bad.end();
});
