// The members of the language's own objects.
var names = ['Array', 'Boolean', 'Date', 'Function', 'JSON', 'Math', 'Object', 'String'];
var ignored = /^(arguments|caller|name|__proto__)$/;
names.forEach(function (name) {
  function own(object) {
    return Object.getOwnPropertyNames(object).filter(function (one) { return !ignored.test(one); }).sort().join(' ');
  }
  console.log(name, own(global[name]));
  if (global[name].prototype) console.log(name + '.prototype', own(global[name].prototype));
});
console.log([typeof Promise, typeof Map, typeof Symbol, typeof Proxy, typeof Reflect, typeof globalThis, typeof WeakRef, typeof BigInt].join());
console.log(typeof [].includes, typeof ''.padStart, typeof Object.assign, typeof [].find, typeof Math.trunc, typeof Number.isInteger);
