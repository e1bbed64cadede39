// less and stylus.
var less = require("less");
less.render(
  '@c: #f00; .m(@a:1px){border:@a solid darken(@c,10%)} .a{.m(2px);&:hover{color:fade(@c,50%)} .b{width:~"calc(1px)"; height:(2+3)*1px}} @media print{.a{x:y}} .g when (default()){a:b}',
  function (e, css) {
    console.log(e, css);
    less.render(".a{.nope;}", function (e) {
      console.log(e.message, e.line);
    });
    new less.Parser({ paths: [__dirname], filename: "x.less" }).parse(
      ".x{color:#fff; a: percentage(.5); b: unit(5,px)}",
      function (e, t) {
        console.log(t.toCSS({ compress: true }));
      }
    );
    var stylus = require("stylus");
    stylus(
      "m(a)\n  border a\n$c = #f00\n.a\n  m 1px solid\n  color darken($c, 10%)\n  &:hover\n    width 50% + 10\n  for i in 1..3\n    .x{i}\n      n i\n@media print\n  .b\n    c d"
    )
      .set("filename", "t.styl")
      .render(function (e, css) {
        console.log(e && e.message, css);
        stylus(".a\n  color foo(\n")
          .set("filename", "t.styl")
          .render(function (e) {
            console.log(e.message.split("\n").slice(0, 3));
          });
      });
  }
);
