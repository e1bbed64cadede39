// Real paths: links to files, folders and themselves, what is missing, and what the cache knows.
var fs = require('fs');
var folder = require('./lib/folder');
fs.mkdirSync('one');
fs.mkdirSync('one/two');
fs.writeFileSync('one/two/file', 'x');
fs.symlinkSync('one/two', 'short');
fs.symlinkSync('../..', 'one/two/up');
fs.symlinkSync(folder.path + '/short/file', 'absolute');
fs.symlinkSync('loop', 'loop');
fs.symlinkSync('nowhere', 'broken');
var paths = ['.', 'short', 'short/file', 'absolute', 'one/two/up/short/up/absolute', 'short/../one', 'loop', 'broken', 'nope/x', 'short/nope', '/', ''];
paths.forEach(function (path) {
  try {
    console.log(path, folder.show(fs.realpathSync(path)));
  } catch (error) { console.log(path, folder.show(error)); }
});
console.log(fs.realpathSync('/a/b', { '/a/b': '/cached' }));
try {
  console.log(fs.realpathSync('/a/b', { '/a': '/nowhere' }));
} catch (error) { console.log(folder.show(error)); }
(function next() {
  if (!paths.length) return;
  var path = paths.shift();
  fs.realpath(path, function () {
    console.log(path, folder.showAll(arguments));
    next();
  });
})();
