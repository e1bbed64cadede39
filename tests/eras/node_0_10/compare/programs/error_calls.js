// What is said about calls of what cannot be called.
function t(f) { try { f(); console.log('no error'); } catch (error) { console.log(String(error)); } }
var nothing, none = null, object = {}, f;
t(function () { nothing.foo; });
t(function () { nothing.foo(); });
t(function () { none.foo = 1; });
t(function () { none.foo.bar; });
t(function () { nothing[0]; });
t(function () { nothing['x y']; });
t(function () { object.bar(); });
t(function () { object.bar(1, object.zork); });
t(function () { object.inner.bar(); });
t(function () { object.inner.bar; });
t(function () { object.inner.bar = 2; });
t(function () { f(); });
t(function () { new nothing(); });
t(function () { new object.Thing(); });
t(function () { missing; });
t(function () { missing(); });
t(function () { missing.x(); });
t(function () { object
  .then(1)
  .catch(2); });
t(function () { 'abc'.foo(); });
t(function () { console.foo(); });
t(function () { Math.foo(); });
t(function () { [1].forEach(undefined); });
t(function () { (function loop() { loop(); })(); });
t(function () { require('util').zork(); });
t(function () { object.a.b.c(); });
t(function () { typeof missing; object.x && object.x.y; });
