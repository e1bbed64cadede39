// What the calls of `process` say of arguments that they cannot use.
var util = require('util');

function tellAll(name, calls) {
  calls.forEach(function (args) {
    try {
      console.log(name, util.inspect(args), '->', util.inspect(process[name].apply(process, args)));
    } catch (error) {
      console.log(name, util.inspect(args), error.name + ': ' + error.message, error.code, error.syscall);
    }
  });
}

function tell(name, values) {
  tellAll(name, values.map(function (value) { return [value]; }));
}

process.umask(022);
tell('umask', [{}, NaN, [], true, 1.5, function () {}, Infinity, '8', '0x12', '9a', 'abc', ' 22']);
[-1, 01777, '777777', '22', '0', ''].forEach(function (mask) {
  process.umask(mask);
  console.log('umask', mask, process.umask(022).toString(8));
});

['setuid', 'setgid'].forEach(function (name) {
  tell(name, [undefined, null, {}, [], NaN, -1, 1.5, true, function () {}, 'no such name']);
});
tell('setgroups', [undefined, null, {}, 'root', 7, [{}], [undefined], ['no such group'], [NaN], [true], [-1]]);
tellAll('initgroups', [[], [null, 0], [{}, 0], [true, 0], ['root'], ['root', {}], ['root', true],
  ['root', 'no such group'], [4000000000, 0]]);

tell('chdir', [undefined, 1, '', '/no such folder', '/no such folder\u0000/..', null]);

tell('hrtime', [1, 'a', {}, null, undefined, true, function () {}]);
[[], [1], ['a', 'b'], [NaN, NaN], [1000, -5], ['1', '2']].forEach(function (before) {
  var since = process.hrtime(before);
  console.log('hrtime', since.length, since.every(isFinite), since[1] >= 0);
});

process.title = 5;
console.log(typeof process.title, process.title);
console.log(process.uptime() % 1 !== 0);
