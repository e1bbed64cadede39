// fs.watchFile: a file that comes, changes and goes.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.at('file');
var changes = 0;
fs.watchFile(file, { persistent: true, interval: 20 }, function (current, previous) {
  console.log(previous.size, '->', current.size, current instanceof fs.Stats, current.mtime instanceof Date, +current.mtime === 0);
  if (++changes === 1) fs.writeFileSync(file, 'abcdef');
  else if (changes === 2) fs.unlinkSync(file);
  else fs.unwatchFile(file);
});
setTimeout(function () { fs.writeFileSync(file, 'abc'); }, 100);
fs.watchFile(scratch.at('other'), { persistent: false }, function () {});
