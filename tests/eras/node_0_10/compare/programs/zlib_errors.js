// What cannot be decompressed: other formats, damage, a piece that is missing, something that follows.
var zlib = require("zlib");
var jobs = [];
function job(name, method, data) { jobs.push([name, method, data]); }
["inflate", "gunzip", "unzip", "inflateRaw"].forEach(function (method) { job("garbage", method, new Buffer("garbage")); });
["inflate", "gunzip", "unzip"].forEach(function (method) { job("nothing", method, new Buffer(0)); });
job("method", "gunzip", new Buffer([0x1f, 0x8b, 1, 2, 3]));
job("number", "deflate", 5);
zlib.deflate("hello", function (error, good) {
  var damaged = new Buffer(good);
  damaged[damaged.length - 1] ^= 1;
  job("cut", "inflate", good.slice(0, 6));
  job("followed", "inflate", Buffer.concat([good, new Buffer("more")]));
  job("damaged", "inflate", damaged);
  zlib.gzip("hello", function (error, good) {
    var damaged = new Buffer(good);
    damaged[damaged.length - 1] ^= 1;
    job("two", "gunzip", Buffer.concat([good, good]));
    job("cut", "gunzip", good.slice(0, -2));
    job("damaged", "gunzip", damaged);
    next();
  });
});
function next() {
  var job = jobs.shift();
  if (!job) return;
  zlib[job[1]](job[2], function (error, result) {
    console.log(job[0], job[1], error, result && result.toString());
    next();
  });
}
