// Strings as the language had them.
console.log('a-b-c'.split('-'), 'abc'.substr(-2, 1), 'abc'.slice(-2), 'aXbX'.replace('X', '$&$&'), 'abc'.charAt(9) === '');
console.log('a1b2'.split(/(\d)/), 'abcabc'.lastIndexOf('b'), '  x '.trim() + '|', '\u00e9'.localeCompare('f') > 0, 'x'.anchor('y'));
console.log('abc'.replace(/(b)/, function (all, one, at, whole) { return [all, one, at, whole].join('/'); }), 'I'.toLowerCase(), '\u00df'.toUpperCase());
console.log('aaa'.replace(/a/g, 'b'), 'x.y'.search(/\./), 'test'.match(/t/g), 'test'.match(/(e)(s)/), 'no'.match(/x/));
console.log([3, 1, 2].sort(), [10, 9, 1].sort(), ['b', 'a'].reverse(), [1, [2, [3]]].toString(), [1, 2, 3].indexOf(2), [, 1].length);
console.log(parseInt('08'), parseInt('0x1f'), parseFloat('3.5abc'), Number(''), Number('12px'), +[], 0.1 + 0.2, 1e21, -0, 1 / -0);
console.log((255).toString(16), (0.5).toString(2), (1234.5678).toFixed(2), (1e-7).toString(), (123456789).toExponential(2));
