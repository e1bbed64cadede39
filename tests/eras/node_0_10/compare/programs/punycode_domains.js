// Whole domain names, and code points.
var punycode = require("punycode");
["ma\u00f1ana.com", "b\u00fccher.\u5317\u4eac", "a\u3002b\uff0ec\uff61d", "xn--maana-pta.com", "EXAMPLE.com", "", "M\u00dcnchen.de",
  "XN--maana-pta.com"].forEach(function (name) {
  console.log(name, punycode.toASCII(name), punycode.toUnicode(name), punycode.toUnicode(punycode.toASCII(name)));
});
console.log(punycode.ucs2.decode("a\ud83d\ude00b\ud83d"));
console.log(punycode.ucs2.encode([97, 0x1f600, 98]), punycode.ucs2.encode([0xd83d, 0xde00]).length);
console.log(punycode.version, typeof punycode.ucs2);
