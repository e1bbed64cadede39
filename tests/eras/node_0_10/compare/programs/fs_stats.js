// What is known of files, folders, links and other things.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.file('file', 'abc');
process.umask(022);
fs.chmodSync(file, 0644);
fs.symlinkSync('file', scratch.at('link'));
fs.mkdirSync(scratch.at('folder'), 0750);
var kinds = ['isFile', 'isDirectory', 'isBlockDevice', 'isCharacterDevice', 'isSymbolicLink', 'isFIFO', 'isSocket'];
function show(name, stats) {
  console.log(name, kinds.filter(function (kind) { return stats[kind](); }), stats.mode.toString(8));
}
show('file', fs.statSync(file));
show('link', fs.statSync(scratch.at('link')));
show('link itself', fs.lstatSync(scratch.at('link')));
show('folder', fs.statSync(scratch.at('folder')));
show('null', fs.statSync('/dev/null'));
var fd = fs.openSync(file, 'r');
var stats = fs.fstatSync(fd);
show('open', stats);
console.log(Object.keys(stats), stats instanceof fs.Stats, stats.size, stats.nlink, stats.uid === process.getuid());
console.log(stats.mtime instanceof Date, stats.mtime.getMilliseconds(), Math.abs(Date.now() - stats.mtime) < 60000);
fs.utimesSync(file, 1000, new Date(2000500));
console.log(fs.statSync(file).atime, fs.statSync(file).mtime, +fs.statSync(file).mtime);
fs.futimesSync(fd, new Date(5000), 7.9);
console.log(fs.statSync(file).atime.toISOString(), fs.statSync(file).mtime.getTime());
fs.utimes(file, 1, 2, function () {
  console.log(arguments.length, fs.statSync(file).atime.getTime());
  fs.stat(file, function (error, stats) {
    show('later', stats);
    var shown = require('util').inspect(stats).split('\n').map(function (line) { return line.split(':')[0]; });
    console.log(error, shown);
  });
});
