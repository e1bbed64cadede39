// A small chunkSize: how the output is cut.
var zlib = require("zlib");
var text = "";
for (var i = 0; i < 200; i++) text += i * i * i + " ";
zlib.deflate(text, function (error, packed) {
  var inflate = zlib.createInflate({ chunkSize: 128 });
  inflate.on("data", function (piece) { console.log("inflated", piece.length); });
  inflate.on("end", function () {
    var deflate = zlib.createDeflate({ chunkSize: 64 });
    deflate.on("data", function (piece) { console.log("deflated", piece.length); });
    deflate.on("close", function () { console.log("close"); });
    deflate.write(text.slice(0, 500));
    deflate.end(text.slice(500));
  });
  inflate.write(packed.slice(0, 100));
  inflate.end(packed.slice(100));
});
