// International domain names: single labels, whole names, code points, and what is no Punycode.
var punycode = require("punycode");
function show(name, f) {
  try { console.log(name, "->", JSON.stringify(f())); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
["ma\u00f1ana", "", "abc", "-> $1.00 <-", "\u5317\u4eac", "\ud83d\ude00x", "B\u00fccher", "\u00fc\u00fc"].forEach(function (text) {
  show(text, function () {
    var ascii = punycode.encode(text);
    return [ascii, punycode.decode(ascii) === text];
  });
});
["maana-pta", "", "abc", "abc-", "--dqo34k", "-", "--", "\u00e9-abc", "99999999", "zzzzzzzzz", "ihqwcrb4cv8a8dqg056pqjye",
  "IHQWCRB4CV8A8DQG056PQJYE", "Bcher-kva"].forEach(function (text) {
  show("decode " + text, function () { return punycode.decode(text); });
});
