// Functions made of text that is no JavaScript: what the parser says it stopped at.
function told(f) { try { f(); console.log('fine'); } catch (e) { console.log(e.name, e.message); } }
told(function () { new Function('if ( a;'); });
told(function () { new Function('a', 'b', 'if ( a; } return b;'); });
told(function () { new Function('locals', 'var x = {; }'); });
told(function () { new Function('with (a) { if ( b.push("x");} return 1;'); });
told(function () { new Function('a b'); });
told(function () { new Function('a', 'return a +'); });
told(function () { new Function('}'); });
told(function () { new Function('"unterminated'); });
told(function () { new Function('var a = [1, 2; return a'); });
told(function () { new Function('foo(1, 2; bar()'); });
told(function () { new Function('return {a: 1'); });
told(function () { new Function('for (var i = 0; i < 3; i++ { }'); });
told(function () { new Function('if (a) { '); });
told(function () { new Function('else { }'); });
told(function () { new Function('__o.push("");if ( __o.push("x");} return __o.join("");'); });
told(function () { new Function('a(b)) c'); });
told(function () { new Function('var 1a;'); });
told(function () { new Function('x = y z'); });
told(function () { new Function('function () {}'); });
told(function () { new Function('while (a b)'); });
