// Modules that need each other.
var a = require('./tree/a');
var b = require('./tree/b');
console.log(a, b);
