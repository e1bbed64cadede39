// Slices share memory; copies do not.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
var b = new Buffer('abcdefgh'), s = b.slice(2, 5);
s[0] = 0x5a; b[3] = 300; b[4] = -1;
t(function () { return [b.toString('binary'), s, s.length, b.slice(-3), b.slice(-3, -1), b.slice(5, 2), b.slice(2, 99), b[99], b.slice().length, b.slice('2', '4')]; });
var u = new Buffer(4); u.fill(46);
t(function () { return [b.copy(u), u.toString(), b.copy(u, 2), u.toString(), b.copy(u, 1, 6), u.toString(), b.copy(u, 0, 1, 3), u.toString('binary')]; });
[[4], [0, 9], [0, 3, 1], [-1], [0, -1], [0, 0, 99], [1, 1, 1]].forEach(function (args) { t(function () { return b.copy.apply(b, [u].concat(args)); }); });
t(function () { return b.copy([]); });
t(function () { return b.copy(); });
t(function () { var o = new Buffer('abcdef'); o.copy(o, 2, 0, 4); return o.toString(); });
[[0], ['a'], ['abc'], [256 + 65], [1, 3], [1, 9], [1, 0, 99], [null], [undefined], [NaN], ['', 0, 2], [1, -1]].forEach(function (args) {
  t(function () { var f = new Buffer('......'); var r = f.fill.apply(f, args); return [f, r]; });
});
t(function () { var p = new Buffer('abc'); return [p.get(1), p.set(1, 65), p.toString()]; });
t(function () { return new Buffer('abc').get(3); });
