// The constants, and what is a class.
var zlib = require("zlib");
var NATIVE = "Zlib";
Object.keys(zlib).filter(function (name) { return name !== NATIVE; }).forEach(function (name) {
  console.log(name, /^Z_|^ZLIB/.test(name) ? zlib[name] : typeof zlib[name]);
});
Object.keys(zlib.codes).sort().forEach(function (name) { console.log(name, zlib.codes[name]); });
["Deflate", "Inflate", "Gzip", "Gunzip", "DeflateRaw", "InflateRaw", "Unzip"].forEach(function (name) {
  console.log(name, zlib["create" + name]() instanceof zlib[name], zlib[name]() instanceof zlib[name],
    zlib["create" + name]() instanceof require("stream").Transform);
});
console.log(typeof zlib.deflateSync);
[{ strategy: {} }, { strategy: Infinity }, { flush: {} }, { flush: -Infinity }].forEach(function (options) {
  try { zlib.createDeflate(options); } catch (error) { console.log(error.name + ": " + error.message); }
});
