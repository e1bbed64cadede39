// Contexts that live on.
var vm = require("vm");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
var given = { n: 1 };
var context = vm.createContext(given);
vm.runInContext("n++; var k = 7; function g() { return n; }", context);
vm.runInContext("k += n", context);
console.log(context.n, context.k, typeof context.g, vm.runInContext("g()", context), given.n, given === context);
context.outside = 9;
console.log(vm.runInContext("outside", context), vm.runInContext("typeof k", context));
var other = vm.createContext();
console.log(typeof vm.runInContext("typeof n", other), Object.keys(other), other.constructor.name);
show("no context", function () { return vm.runInContext("1", {}); });
show("nothing", function () { return vm.runInContext("1"); });
var script = vm.createScript("x = (typeof x === 'undefined' ? 0 : x) + 1");
for (var i = 0; i < 3; i++) script.runInContext(other);
console.log(other.x, typeof x);
