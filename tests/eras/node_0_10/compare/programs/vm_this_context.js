// Code in the global scope.
var vm = require("vm");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
show("declares", function () { return vm.runInThisContext("var declared = 1; typeof console + declared") + typeof global.declared; });
show("local", function () { var local = 5; return vm.runInThisContext("typeof local"); });
show("last", function () {
  return [vm.runInThisContext("if (true) { 3 }"), vm.runInThisContext("var other = 1"), vm.runInThisContext("1;;"), vm.runInThisContext("{a: 1}")];
});
show("nothing", function () { return vm.runInThisContext(); });
show("converted", function () { return vm.runInThisContext({ toString: function () { return "1+1"; } }); });
show("thrown", function () { return vm.runInThisContext("throw new TypeError('x')", "mine.js"); });
show("undeclared", function () { return vm.runInThisContext("nope.x", "mine.js"); });
["runInThisContext", "createScript"].forEach(function (name) {
  try { vm[name]("var x =", "mine.js"); } catch (error) { console.log(name, error instanceof SyntaxError); }
});
try { vm.runInThisContext("\n\nfoo()", "file.vm"); } catch (error) { console.log(error.stack.split("\n").slice(0, 2).join("|")); }
show("Script", function () { return vm.Script("1+1").runInThisContext(); });
show("empty", function () { return new vm.Script().runInThisContext(); });
show("class", function () { return new vm.Script("2+2") instanceof vm.Script; });
show("vm itself", function () { return new vm("3+3").runInThisContext(); });
var script = vm.createScript("global.count = (global.count || 0) + 1", "counted.js");
for (var i = 0; i < 5; i++) script.runInThisContext();
console.log(global.count);
