// A destination that inherits from Stream without ever calling it, as the streams of 2011 did.
var stream = require("stream");
var util = require("util");

function Sink() {
  this.writable = true;
  this.got = "";
}
util.inherits(Sink, stream.Stream);
Sink.prototype.write = function (data) {
  this.got += data;
  return true;
};
Sink.prototype.end = function () {
  console.log("ended with", this.got);
};

var sink = new Sink();
var source = new stream.PassThrough();
source.pipe(sink);
source.on("unpipe", function () {});
sink.on("pipe", function (from) {
  console.log("late", from === source);
});
sink.on("unpipe", function (from) {
  console.log("unpipe", from === source);
});
source.write("one ");
source.write("two");
setImmediate(function () {
  source.unpipe(sink);
  source.write("nobody hears this");
  source.pipe(sink);
  source.end();
});
