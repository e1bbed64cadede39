// Domains in domains, enter and exit, dispose.
var domain = require("domain");
var outer = domain.create();
var inner = domain.create();
outer.on("error", function (error) { console.log("outer", error.message); });
inner.on("error", function (error) { console.log("inner", error.message); });
outer.on("dispose", function () { console.log("disposed"); });
outer.run(function () {
  inner.run(function () {
    console.log(process.domain === inner);
    setTimeout(function () { throw new Error("one"); }, 1);
  });
  console.log(process.domain === outer);
  setTimeout(function () { throw new Error("two"); }, 10);
});
inner.enter();
console.log(process.domain === inner);
inner.exit();
console.log(process.domain);
setTimeout(function () {
  outer.dispose();
  outer.dispose();
  outer.run(function () { console.log("never"); });
}, 30);
