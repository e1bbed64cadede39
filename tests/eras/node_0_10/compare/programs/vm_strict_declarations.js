// Strict scripts declare in the global object as others do.
var vm = require("vm");
var context = vm.createContext({ console: console });
vm.runInContext('// a comment\n"use strict"; var kept = 1; function called() { return kept + 1; }', context);
console.log(vm.runInContext("called() + kept", context), typeof context.called);
vm.runInThisContext("'use strict'; function here() { return 'here'; } var there = 2;");
console.log(here(), there, global.here === here);
try {
  vm.runInThisContext("'use strict';\nthrow new Error('place')", "strict.js");
} catch (e) {
  console.log(/strict\.js:2/.test(e.stack));
}
