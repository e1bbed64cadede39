// Code with an object as its globals.
var vm = require("vm");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
function keys(object) { return Object.keys(object).sort().join(); }
show("variables", function () {
  var sandbox = { a: 1 };
  var result = vm.runInNewContext("b = a + 1; var c = 3; function f() { return b; } this.d = 4; c + b", sandbox);
  return [result, keys(sandbox), sandbox.b, sandbox.c, sandbox.d, sandbox.f()].join();
});
show("what it does not see", function () {
  return vm.runInNewContext("[typeof console, typeof require, typeof setTimeout, typeof process, typeof Buffer, typeof global].join()");
});
show("what it does see", function () { return vm.runInNewContext("[typeof Array, typeof Math, typeof JSON, typeof parseInt].join()"); });
show("keys of this", function () { return vm.runInNewContext("Object.keys(this).join()", { a: 1, b: 2 }); });
show("a copy", function () { var sandbox = {}; return vm.runInNewContext("this", sandbox) === sandbox; });
show("undeclared", function () { return vm.runInNewContext("nope.x", {}, "mine.js"); });
show("thrown", function () { return vm.runInNewContext("throw new Error('x')", {}, "mine.js"); });
show("primitive", function () { try { vm.runInNewContext("throw 5"); } catch (error) { return error; } });
show("called back", function () { var got; vm.runInNewContext("cb(1, {x: 1})", { cb: function (a, b) { got = [a, b.x]; } }); return got; });
show("deleted", function () { var sandbox = { a: 1, b: 2 }; vm.runInNewContext("delete a", sandbox); return keys(sandbox); });
show("only declared", function () { var sandbox = {}; vm.runInNewContext("var u", sandbox); return keys(sandbox) + sandbox.u; });
show("getter", function () { return vm.runInNewContext("a", { get a() { return 42; } }); });
show("inherited", function () { return vm.runInNewContext("typeof inherited", Object.create({ inherited: 7 })); });
show("later", function () { var sandbox = { n: 0 }; vm.runInNewContext("inc = function () { n++; return n; }", sandbox); return [sandbox.inc(), sandbox.inc(), sandbox.n]; });
show("nothing", function () { return vm.runInNewContext(); });
show("number", function () { return vm.runInNewContext("1", 5); });
show("unharmed", function () { vm.runInNewContext("leak = 1; var console = 2; function require() {}"); return typeof leak + typeof console + typeof require; });
try { vm.runInNewContext("\n\nfoo()", {}, "file.vm"); } catch (error) { console.log(error.stack.split("\n").slice(0, 2).join("|")); }
var script = vm.createScript("total += step; total");
console.log(script.runInNewContext({ total: 1, step: 2 }), script.runInNewContext({ total: 10, step: 20 }));
