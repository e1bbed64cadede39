// The constants, and what is a class.
var zlib = require("zlib");
Object.keys(zlib).filter(function (name) { return /^Z/.test(name) && typeof zlib[name] !== "function"; }).sort().forEach(function (name) {
  console.log(name, zlib[name]);
});
Object.keys(zlib.codes).sort().forEach(function (name) { console.log(name, zlib.codes[name]); });
["Deflate", "Inflate", "Gzip", "Gunzip", "DeflateRaw", "InflateRaw", "Unzip"].forEach(function (name) {
  console.log(name, zlib["create" + name]() instanceof zlib[name], zlib[name]() instanceof zlib[name],
    zlib["create" + name]() instanceof require("stream").Transform);
});
console.log(typeof zlib.deflateSync);
