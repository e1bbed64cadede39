// marked, moment, node-uuid, iconv-lite, xml2js, sax, underscore, lodash and colors.
console.log(
  require("marked")(
    '# Hi *there*\n\n- a\n- b\n\n```js\nvar a = 1 < 2;\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[l](http://x "t") <b>raw</b> `code` ~~del~~ ![i](u)\n\n> quote\n\n1. x\n2. y'
  )
);
var m = require("moment");
console.log(
  m.utc("2013-02-08 09:30:26.123").format("dddd, MMMM Do YYYY, h:mm:ss a Z [x] DDDD w"),
  m.utc([2013, 0, 31]).add("months", 1).format(),
  m.duration(3661, "seconds").humanize(),
  m.utc("2013-01-01").from(m.utc("2012-06-01")),
  m.utc("12-25-1995", "MM-DD-YYYY").valueOf(),
  m("nope", "YYYY").isValid(),
  m.utc("2013-02-08").diff(m.utc("2013-01-01"), "days"),
  m.utc("2013-05-05").lang("en").calendar ? 1 : 0
);
require("moment/lang/de");
console.log(m.utc("2013-03-03").lang("de").format("LLLL"));
var u = require("node-uuid");
console.log(
  u.v4().length,
  u.parse("797ff043-11eb-11e1-80d6-510998755d10"),
  u.unparse([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
  u.v1({ node: [1, 2, 3, 4, 5, 6], clockseq: 0x1234, msecs: new Date("2011-11-01").getTime(), nsecs: 5678 }),
  /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(u.v4())
);
var i = require("iconv-lite");
console.log(
  i.encode("Привет €", "win1251"),
  i.decode(new Buffer([0xcf, 0xf0, 0xe8]), "cp1251"),
  i.encode("日本", "latin1"),
  i.decode(i.encode("中文", "gbk"), "gbk"),
  i.encode("é", "latin1"),
  i.encodingExists("big5")
);
var x = require("xml2js");
x.parseString('<root a="1"><b>x</b><b c="d">y &amp; z</b><e/><![CDATA[hey <]]></root>', function (e, r) {
  console.log(e, JSON.stringify(r));
});
try {
  x.parseString("<a><b></a>", function (e, r) {
    console.log(e && e.message);
  });
} catch (e) {
  console.log("thrown", e.message);
}
var p = new x.Parser({ explicitArray: false, normalizeTags: true, attrkey: "@" });
p.parseString('<A X="1"><B>t</B></A>', function (e, r) {
  console.log(r);
});
var sax = require("sax");
var st = sax.createStream(true, { trim: true });
["opentag", "closetag", "text", "comment", "cdata", "processinginstruction", "error", "end"].forEach(
  function (k) {
    st.on(k, function (n) {
      console.log(k, n && n.name ? n.name + JSON.stringify(n.attributes) : (n && n.message) || n);
    });
  }
);
st.write('<?xml version="1.0"?><a x="y"><!--c-->te');
st.write("xt<b/><![CDATA[q]]></a>");
st.end();
var _ = require("underscore");
console.log(
  _.template("<% _.each(l,function(x){ %>[<%= x %>]<% }) %><%- e %>", { l: [1, 2], e: "<" }),
  _.groupBy([1.3, 2.1, 2.4], Math.floor),
  _.chain([3, 1, 2])
    .sortBy(_.identity)
    .map(function (x) {
      return x * 2;
    })
    .value(),
  _.debounce.length,
  _.isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
  _.union([1, 2], [2, 3]),
  _.invert({ a: "b" }),
  _.partial(function (a, b) {
    return a + b;
  }, 1)(2)
);
var l = require("lodash");
console.log(
  l.merge({ a: { b: 1 } }, { a: { c: [1] } }),
  l.template("hi ${n} <%= n %>", { n: "x" }),
  l.cloneDeep({ d: new Date(0), r: /x/g, a: [{}] }),
  l.throttle.length,
  l.forOwn.name.length >= 0,
  l.where([{ a: 1, b: 2 }, { a: 2 }], { a: 1 }),
  l.range(0, 10, 3),
  l.isPlainObject({}),
  l.zipObject(["a"], [1])
);
var d = require("colors");
console.log("hello".green, "x".bold.red.underline, "rb".rainbow, "z".inverse.stripColors);
