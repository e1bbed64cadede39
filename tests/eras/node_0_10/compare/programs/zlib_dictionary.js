// Dictionaries: the right one, a wrong one, none.
var zlib = require("zlib");
var deflate = zlib.createDeflate({ dictionary: new Buffer("hello world") });
var pieces = [];
deflate.on("data", function (piece) { pieces.push(piece); });
deflate.on("end", function () {
  var packed = Buffer.concat(pieces);
  console.log(packed.toString("hex"));
  inflate("none", {}, packed, function () {
    inflate("wrong", { dictionary: new Buffer("wrong") }, packed, function () {
      inflate("right", { dictionary: new Buffer("hello world") }, packed, function () {});
    });
  });
});
deflate.end("hello world hello");
function inflate(name, options, packed, done) {
  var stream = zlib.createInflate(options);
  stream.on("data", function (piece) { console.log(name, piece.toString()); });
  stream.on("error", function (error) { console.log(name, error); done(); });
  stream.on("end", function () { console.log(name, "end"); done(); });
  stream.end(packed);
}
