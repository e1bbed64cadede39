// Making files shorter and longer.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.file('file', 'abcdef');
var fd = fs.openSync(file, 'r+');
fs.ftruncateSync(fd, 4);
console.log(fs.readFileSync(file));
fs.ftruncateSync(fd, 6);
console.log(fs.readFileSync(file));
fs.truncateSync(fd, 2);
console.log(fs.readFileSync(file));
fs.truncateSync(file, 3);
console.log(fs.readFileSync(file));
fs.ftruncate(fd, 1, function (error) {
  console.log(error, fs.readFileSync(file));
  fs.truncate(file, 2, function (error) {
    console.log(error, fs.readFileSync(file));
    fs.truncate(file, function (error) {
      console.log(error, fs.readFileSync(file));
      fs.fsync(fd, function (error) { console.log(error); fs.fdatasync(fd, console.log); });
    });
  });
});
