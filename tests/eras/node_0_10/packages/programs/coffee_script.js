// CoffeeScript: compile, evaluate, require.
var C = require("coffee-script");
console.log(C.VERSION);
console.log(
  C.compile(
    'class A extends B\n  constructor: (@x=1) -> super\n  go: (a, b...) => "#{a} and #{x for x in b when x > 1}"\nf = (x) -> x?\n[a,{b,c:[d]}] = e\nswitch x\n  when 1,2 then y\n  else z\ntry f() catch e then g() finally h()\n"""\n  here\n  doc\n"""\nok = x not in [1..10]\n'
  )
);
console.log(C.eval("[1..5].map (x) -> x*x"));
try {
  C.compile("a = (b\n c:");
} catch (e) {
  console.log(e.message, String(e).split("\n")[0]);
}
console.log(
  C.tokens("a = 1")
    .map(function (t) {
      return t[0];
    })
    .join(" ")
);
console.log(C.nodes("a+1").toString());
var r = C.compile("x = 1\ny = -> x", { sourceMap: true, filename: "a.coffee" });
console.log(r.v3SourceMap);
var file = require("path").join(require("os").tmpdir(), "pkg" + process.pid + ".coffee");
require("fs").writeFileSync(file, 'module.exports = (n) -> "n is #{n}"\n');
console.log(require(file)(5));
require("fs").unlinkSync(file);
