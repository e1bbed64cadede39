// A thousand files written, read and deleted at once, and a hundred folders in each other.
var fs = require('fs');
var folder = require('./lib/folder');
var COUNT = 1000;
var left = COUNT, wrong = 0;
function one(name) {
  fs.writeFile(name, 'of ' + name, function (error) {
    if (error) wrong++;
    fs.readFile(name, 'utf8', function (error, text) {
      if (error || text !== 'of ' + name) wrong++;
      fs.unlink(name, function (error) {
        if (error) wrong++;
        if (--left === 0) deep(100, '.');
      });
    });
  });
}
for (var i = 0; i < COUNT; i++) one('f' + i);
function deep(levels, path) {
  if (levels) return fs.mkdir(path + '/d', function (error) { deep(error ? 0 : levels - 1, path + '/d'); });
  console.log(wrong, fs.readdirSync('.'), path.length, fs.realpathSync(path).length - folder.path.length);
}
