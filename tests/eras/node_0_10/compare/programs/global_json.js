// JSON, and what it says about text that is none.
var texts = ['', ' ', '{', '[', '{"a":1,}', '[1,2', '"abc', '{"a" 1}', "{'a':1}", 'undefined', '{bad', 'tru', '1 2', '[1 2]',
  '{"a":1 "b":2}', '01', '-', '1.', '[1,]', '"\\x"', '"a\nb"', '{"a":}', 'nul', '[}', ']', '{"a":[1,{"b":tru}]}', ',', ':'];
texts.forEach(function (text) {
  try { console.log(JSON.stringify(text), JSON.stringify(JSON.parse(text))); } catch (error) { console.log(JSON.stringify(text), String(error)); }
});
console.log(JSON.parse('{"a":[1,2.5e3,null,true,"\\u00e9\\n"]}'), JSON.parse(' 7 '), JSON.parse('"x"'), JSON.parse('null'));
console.log(JSON.parse('{"a":1,"b":{"c":2}}', function (key, value) { return typeof value === 'number' ? value * 10 : value; }));
console.log(JSON.stringify({ a: undefined, b: function () {}, c: NaN, d: [undefined], e: 'x\u2028' }, null, 2));
console.log(JSON.stringify([new Date(0), /x/, new Number(3), 'a"b\\c']), JSON.stringify({ b: 1, a: 2 }, ['a']), JSON.stringify(undefined));
var loop = {}; loop.self = loop;
try { JSON.stringify(loop); } catch (error) { console.log(String(error)); }
