// Everything at once, in each format, and what the formats make of each other.
var zlib = require("zlib");
var texts = ["", "hello", new Array(2000).join("repeated "), new Buffer([0, 255, 1, 254])];
var pairs = [["deflate", "inflate"], ["gzip", "gunzip"], ["deflateRaw", "inflateRaw"], ["deflate", "unzip"], ["gzip", "unzip"]];
var jobs = [];
pairs.forEach(function (pair) { texts.forEach(function (text, index) { jobs.push([pair[0], pair[1], text, index]); }); });
(function next() {
  var job = jobs.shift();
  if (!job) return;
  zlib[job[0]](job[2], function (error, packed) {
    zlib[job[1]](packed, function (failed, text) {
      console.log(job[0], job[1], job[3], error, failed, packed.toString("hex").slice(0, 120), text.length, text.toString() === job[2].toString());
      next();
    });
  });
})();
