// reset() forgets what came before; a file-like pipe through gzip and back.
var zlib = require("zlib");
var stream = zlib.createDeflate();
stream.reset();
stream.on("data", function (piece) { console.log(piece.toString("hex")); });
stream.on("end", function () {
  var gzip = zlib.createGzip();
  var gunzip = zlib.createGunzip();
  var length = 0;
  gunzip.on("data", function (piece) { length += piece.length; });
  gunzip.on("end", function () { console.log("piped", length); });
  gzip.pipe(gunzip);
  for (var i = 0; i < 50; i++) gzip.write(new Buffer(new Array(1000).join(i + ",")));
  gzip.end();
});
stream.end("hello");
