// `fs.SyncWriteStream`, and what stands in the module beside the calls.
var fs = require('fs');
var folder = require('./lib/folder');
var stream = new fs.SyncWriteStream(fs.openSync('f', 'w'));
console.log(stream instanceof require('stream'), typeof stream.fd, stream.writable, stream.readable);
stream.on('close', function () { console.log('close', arguments.length, stream.fd); });
console.log(stream.write('abc'), stream.write('646566', 'hex', function () { console.log('written', arguments.length); }));
console.log(stream.write(new Buffer('g'), function () { console.log('written too'); }), fs.readFileSync('f', 'utf8'));
try {
  stream.write('x', 5);
} catch (error) { console.log(folder.show(error)); }
console.log(stream.end('h'), stream.writable, fs.readFileSync('f', 'utf8'));
[function () { stream.write('late'); }, function () { stream.destroy(); }, function () { stream.destroySoon(); }].forEach(function (call) {
  try {
    call();
  } catch (error) { console.log(folder.show(error)); }
});
console.log(Object.keys(fs).join());
console.log(Object.keys(fs.Stats.prototype).join(), Object.keys(fs.statSync('.')).join());
console.log(fs.statSync('.')._checkModeProperty(0040000), fs.statSync('f')._checkModeProperty(0040000));
