// A file of gigabytes, of which almost nothing is there.
var fs = require('fs');
var scratch = require('./lib/scratch');
var FAR = 3 * 1024 * 1024 * 1024;
var path = scratch.at('file');
var fd = fs.openSync(path, 'w+');
var piece = new Buffer(3);

console.log(fs.writeSync(fd, new Buffer('end'), 0, 3, FAR), fs.fstatSync(fd).size, fs.fstatSync(fd).blocks < 100);
console.log(fs.readSync(fd, piece, 0, 3, FAR), String(piece));
try {
  fs.readFileSync(path);
} catch (error) {
  console.log(error.name + ': ' + error.message);
}
fs.createReadStream(path, { start: FAR - 2, end: FAR + 1 }).on('data', function (data) { console.log(data); }).on('end', function () {
  fs.truncateSync(path, 5 * 1024 * 1024 * 1024);
  console.log(fs.statSync(path).size);
  fs.ftruncateSync(fd, 4);
  fs.createWriteStream(path, { flags: 'r+', start: FAR }).on('close', function () {
    console.log(fs.statSync(path).size, fs.readSync(fd, piece, 0, 3, FAR + 1), String(piece));
    fs.truncateSync(path, 0);
  }).end('more');
});
