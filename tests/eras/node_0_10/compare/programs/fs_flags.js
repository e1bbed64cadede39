// Every flag: which file it makes, empties, refuses, and where it writes.
var fs = require('fs');
var scratch = require('./lib/scratch');
['r', 'rs', 'r+', 'rs+', 'w', 'wx', 'w+', 'wx+', 'a', 'ax', 'a+', 'ax+', 'xw', 'xa', 'sr', '', 'rw', 0, 2].forEach(function (flag) {
  ['missing', 'there'].forEach(function (which) {
    var name = scratch.at('f-' + which + '-' + String(flag).replace('+', 'plus'));
    if (which === 'there') fs.writeFileSync(name, 'abcdef');
    scratch.attempt(flag + ' ' + which, function () {
      var fd = fs.openSync(name, flag);
      var outcome = [];
      try { outcome.push('wrote ' + fs.writeSync(fd, new Buffer('XY'), 0, 2, null)); } catch (e) { outcome.push(e.code); }
      try { outcome.push('read ' + fs.readSync(fd, new Buffer(3), 0, 3, 0)); } catch (e) { outcome.push(e.code); }
      fs.closeSync(fd);
      return outcome.join(', ') + ', ' + fs.readFileSync(name, 'utf8');
    });
  });
});
