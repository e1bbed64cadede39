// fs.watch on a folder and on a file.
var fs = require('fs');
var scratch = require('./lib/scratch');
scratch.attempt('missing', function () { fs.watch(scratch.at('missing')); });
var watcher = fs.watch(scratch.root, function (event, name) {
  console.log(event, name);
  if (event === 'rename' && ++renames === 2) { watcher.close(); next(); }
});
var renames = 0;
fs.writeFileSync(scratch.at('new'), 'x');
fs.unlinkSync(scratch.at('new'));
function next() {
  var file = scratch.file('file', 'x');
  var watcher = fs.watch(file, { persistent: true });
  watcher.once('change', function (event, name) { console.log(event, name); watcher.close(); });
  fs.chmodSync(file, 0600);
}
fs.watch(scratch.root, { persistent: false });
