// Functions without a name of their own, `const` of a function, and texts that only look like either.
function P() {}
var names = [function () {}, P];
var a = function () {}, b = { c: function () {}, d: function e() {} }, f = a || function () {};
console.log(JSON.stringify([a.name, b.c.name, b.d.name, f.name, P.name, (function () {}).name]));
var g, h = g = function () { return /[/*"']/.test('"') ? 1 / 2 / 3 : function () {}; };
console.log(JSON.stringify([g.name, h.name]), String(h), h());
console.log(String(function () { const x = 1; throw x; }), String(function () { var y = function () {}; throw "x=function()"; }));
switch (1) { case 1: (function () { console.log('case'); })(); }
var o = { throw: 1, const: 2, 'function': 3 }; o.throw = 3; o.const = 4; console.log(o);
function later() { if (true) { const inner = 1; } return inner; }
console.log(later());
function hoists() { var before = typeof late; const late = 1; return before + typeof late; } console.log(hoists());
for (const i = 0; i < 1;) { console.log(i); break; }
try { throw /x/; } catch (e) { console.log(e); }
try { throw {a: 1}; } catch (e) { console.log(e); }
try { throw a ? 'yes' : 'no'; } catch (e) { console.log(e); }
try { throw (1, 2); } catch (e) { console.log(e); }
try { throw 1, 2; } catch (e) { console.log(e); }
try { throw function () { return 5; }(); } catch (e) { console.log(e); }
try { throw a == function () {}; } catch (e) { console.log(e); }
var t = true ? function () { return 't'; } : function () { return 'f'; }; console.log(t(), JSON.stringify(t.name));
(function () { 'use strict'; try { throw new Error('strict'); } catch (e) { console.log(e.message); } })();
var q = 'a'.length/2/1; var z = a / 2 ; var re = /function/ , s = "= function ()"; console.log(q, z, re, s);
if (/throw x/.test('throw x')) console.log('regexp'); var w = [/'/, /"/]; console.log(w);
var k = function () {}.bind(null), l = function () { return 1; }() + 1; console.log(k.name === '', l);
console.log((function () { var u = function () { return u === arguments.callee; }; return u(); })());
