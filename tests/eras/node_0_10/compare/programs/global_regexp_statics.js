// What the last match left on RegExp.
/(\w+)@(\w+)\.com/.exec('mail joe@example.com now');
console.log(RegExp.$1, RegExp.$2, JSON.stringify(RegExp.$3), RegExp.lastMatch, RegExp['$&'], RegExp.leftContext, RegExp.rightContext);
if (/^(\d+)-(\d+)$/.test('10-20')) console.log(RegExp.$1 + RegExp.$2, RegExp.input, RegExp.lastParen);
console.log('a1b22'.replace(/(\d+)/g, '<$1>'), RegExp.$1);
console.log('k=v'.match(/(\w)=(\w)/)[2], RegExp.$1, RegExp.$2);
/nothing/.test('something');
console.log(RegExp.$1);
