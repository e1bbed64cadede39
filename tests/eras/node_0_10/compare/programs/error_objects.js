// What is said about properties and operators.
function t(f) { try { f(); console.log('no error'); } catch (error) { console.log(String(error)); } }
t(function () { 'use strict'; Object.freeze({ a: 1 }).a = 2; });
t(function () { 'use strict'; var o = Object.freeze({}); o.added = 2; });
t(function () { 'use strict'; undeclared = 2; });
t(function () { 'use strict'; delete Object.freeze({ a: 1 }).a; });
t(function () { var o = { toString: function () { return {}; }, valueOf: function () { return {}; } }; o + 1; });
t(function () { var loop = {}; loop.loop = loop; JSON.stringify(loop); });
t(function () { Object.create(1); });
t(function () { null.x; });
t(function () { undefined.x; });
t(function () { new RegExp('('); });
t(function () { new RegExp('['); });
t(function () { new RegExp('*'); });
t(function () { decodeURI('%zz'); });
t(function () { Date.prototype.getTime.call({}); });
t(function () { throw { custom: 1 }; });
t(function () { throw 'text'; });

// Properties that cannot be defined.
function tell(f) { try { f(); } catch (error) { console.log(error.name, error.message); } }
tell(function () { Object.defineProperty(Object.freeze({}), 'x', { value: 1 }); });
tell(function () { Object.defineProperty({}, 'x', { get: function () {}, value: 1 }); });
tell(function () { (function () {}).apply(null, 5); });
tell(function () { 'use strict'; var o = { get only() { return 1; } }; o.only = 2; });
