// Options: levels, strategies, memory, window; and what is no option.
var zlib = require("zlib");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
var bad = [{ level: 10 }, { level: -2 }, { windowBits: 7 }, { windowBits: 16 }, { memLevel: 10 }, { strategy: 9 },
  { strategy: -1 }, { strategy: "x" }, { chunkSize: 63 }, { chunkSize: -1 }, { flush: 7 }, { flush: -1 }, { dictionary: "x" }];
var fine = [{ level: "a" }, { memLevel: 0 }, { chunkSize: 0 }, { windowBits: 0 }, { level: 0 }];
bad.concat(fine).forEach(function (options) {
  show(JSON.stringify(options), function () { return typeof zlib.createDeflate(options); });
});
var text = "";
for (var i = 0; i < 60; i++) text += i * i + "node ";
var jobs = [];
[1, 2, 3, 6, 9].forEach(function (level) { jobs.push({ level: level }); });
[1, 2, 3, 4].forEach(function (strategy) { jobs.push({ strategy: strategy }); });
[1, 4, 9].forEach(function (memory) { jobs.push({ memLevel: memory }); });
[9, 12, 15].forEach(function (bits) { jobs.push({ windowBits: bits }); });
(function next() {
  var options = jobs.shift();
  if (!options) return;
  var stream = zlib.createDeflate(options);
  var pieces = [];
  stream.on("data", function (piece) { pieces.push(piece); });
  stream.on("end", function () {
    console.log(JSON.stringify(options), Buffer.concat(pieces).toString("base64"));
    next();
  });
  stream.end(text);
})();
