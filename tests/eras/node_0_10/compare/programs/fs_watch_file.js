// fs.watchFile: a file that comes, changes, goes and comes back.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.at('file');
var changes = 0;
fs.watchFile(file, { persistent: true, interval: 20 }, function (current, previous) {
  console.log(previous.size, '->', current.size, current instanceof fs.Stats, current.mtime instanceof Date, +current.mtime === 0);
  if (++changes === 1) fs.writeFileSync(file, 'abcdef');
  else if (changes === 2) fs.unlinkSync(file);
  else if (changes === 3) fs.writeFileSync(file, 'again');
  else fs.unwatchFile(file);
});
setTimeout(function () { fs.writeFileSync(file, 'abc'); }, 100);
fs.watchFile(scratch.at('other'), { persistent: false }, function () {});
