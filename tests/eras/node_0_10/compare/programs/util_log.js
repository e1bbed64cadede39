// log, puts and print of util: what they take, and what a program may put in the place of each.
var util = require('util');
var write = process.stdout.write;
var out = [];

function said(text) { out.push(String(text).replace(/^\d+ \w{3} \d\d:\d\d:\d\d/, 'TIME')); }

process.stdout.write = said;
util.log('%s is no mark', 'here');
[{a: 1}, [1, 2], 5, '', function named() {}, new Error('x')].forEach(function (value) { util.log(value); });
util.puts('x', 'y');
util.puts();
util.puts(undefined, null, [1], {});
util.print('p', 'q');
util.print();
util.print(undefined, null, [1], {});
process.stdout.write = write;

[undefined, null].forEach(function (value) {
  try { util.log(value); } catch (error) { out.push(String(error)); }
});
var puts = util.puts;
util.puts = said;
util.log('by puts');
util.puts = puts;
console.log(out);
