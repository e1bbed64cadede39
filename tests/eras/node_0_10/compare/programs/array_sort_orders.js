// Where elements that compare as equal end up, by a comparison that is consistent and by ones that are not.
var seed = 4711;
function drawn(below) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >>> 8) % below;
}

function shown(list) {
  return list.map(function (item) { return item.key + ':' + item.at; }).join(' ');
}

function filled(size, kinds) {
  var list = [];
  for (var i = 0; i < size; i++) list.push({key: drawn(kinds), at: i});
  return list;
}

[2, 5, 9, 10, 11, 12, 20, 21, 33, 64, 100, 257].forEach(function (size) {
  [1, 2, 3, 10, 1000].forEach(function (kinds) {
    console.log(size, kinds, shown(filled(size, kinds).sort(function (a, b) { return a.key - b.key; })));
  });
});

[11, 30].forEach(function (size) {
  [
    function () { return 0; }, function () { return 1; }, function () { return -1; },
    function (a, b) { return a.at < b.at; }, function (a, b) { return a.key > b.key; },
    function (a, b) { return String(b.key - a.key); }, function () { return NaN; }, function () {}
  ].forEach(function (compare) { console.log(size, shown(filled(size, 5).sort(compare))); });
});

var calls = [];
[7, 3, 9, 1, 5, 11, 2, 8, 0, 6, 10, 4].sort(function (a, b) { calls.push(a + '<' + b); return a - b; });
console.log(calls.join(' '));

function Named(name) { this.name = name; }
Named.prototype.toString = function () { return 'x'; };
console.log('abcdefghijklmn'.split('').map(function (name) { return new Named(name); }).sort().map(function (named) { return named.name; }).join(''));
