// What the language of the time refused.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
t(function () { return Object.keys('abc'); });
t(function () { return Object.getPrototypeOf(1); });
t(function () { return Object.getOwnPropertyNames('a'); });
t(function () { return Object.freeze(1); });
t(function () { return Object.isFrozen('x'); });
t(function () { return Object.defineProperty(1, 'a', {}); });
t(function () { return Object.create(); });
t(function () { return (1.005).toFixed(21); });
t(function () { return (1.005).toFixed(2); });
t(function () { return (1).toPrecision(0); });
t(function () { return (123.456).toPrecision(4); });
t(function () { return (1).toString(1); });
t(function () { return new Array(-1); });
t(function () { return new Date(NaN).toISOString(); });
t(function () { return [].reduce(function () {}); });
t(function () { return decodeURIComponent('%'); });
t(function () { return Array.prototype.map.call(null, function () {}); });
t(function () { return String.prototype.trim.call(undefined); });
