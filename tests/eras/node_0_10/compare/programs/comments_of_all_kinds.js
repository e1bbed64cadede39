// Comments before all code, between parameters and around slashes: what they hide, and that many are no burden.
var vm = require("vm");

function repeated(text, times) { return new Array(times + 1).join(text); }

function many(comment) { return repeated(comment, 60); }

[many("//"), many("/* a */\n"), many("// a\n"), many("/* /* a **/")].forEach(function (comments) {
  console.log(vm.runInThisContext(comments + "\n'no directive' + 1"));
});

function failing(parameters) {
  try {
    vm.runInThisContext("function fails(" + parameters + ") { throw new Error('told'); }\nfails()", "commented.js");
  } catch (error) {
    console.log(error.stack.split("\n")[1]);
  }
}

failing(many("/* a */ ") + " a /* (b */, // (c\n d");
failing(many("/* * / */") + "// a) {\n");

function tested(text) { return [/\/ throw "/.test(text), 1 /* ' */ / 2, "4" / 2 /* " */ / 1, 1. / 4]; }
console.log(tested("/ throw \""));
if (tested.length) /throw 'it'/.test("a"), console.log("a condition before a pattern");
console.log(( // const a = 1;
  /= function \(\) {}'/).source);
