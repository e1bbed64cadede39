// UglifyJS: compress, map, beautify.
var U = require("uglify-js");
var src =
  '(function(){ var longName = 1; function unused(){} if (true) { console.log(longName + 2 * 3); } else { dead(); } for (var i=0;i<10;i++) { window.x(i); } return typeof a === "undefined" ? void 0 : a; })();';
console.log(U.minify(src, { fromString: true, output: {} }).code);
var r = U.minify(src, { fromString: true, outSourceMap: "o.js.map" });
console.log(r.map.length, r.map);
try {
  U.parse("var a = ;");
} catch (e) {
  console.log(e.message, e.line, e.col);
}
console.log(U.parse("a+b*c").print_to_string({ beautify: true }));
