// The globals of the generation and no others.
var seen = [];
for (var name in global) seen.push(name);
console.log(seen.sort().join(' '));
console.log(Object.getOwnPropertyNames(global).sort().join(' '));
console.log(String(global), this === module.exports, global === root, GLOBAL === global, typeof window);
console.log(typeof setTimeout, typeof require, typeof exports, typeof module, typeof __filename, typeof __dirname);
