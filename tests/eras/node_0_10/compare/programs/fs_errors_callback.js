// What the callback of a failed call gets, and whether it is called later.
var fs = require('fs');
var scratch = require('./lib/scratch');
var missing = scratch.at('missing');
var folder = scratch.at('folder');
fs.mkdirSync(folder);
scratch.file('folder/file', 'x');
scratch.steps([
  ['open', missing, 'r'], ['stat', missing], ['lstat', missing], ['readFile', missing], ['readFile', folder],
  ['rename', missing, folder], ['link', missing, folder], ['symlink', missing, folder], ['mkdir', folder],
  ['rmdir', folder], ['readdir', missing], ['unlink', folder], ['readlink', folder], ['realpath', missing + '/a'],
  ['chmod', missing, 0], ['chown', missing, 0, 0], ['utimes', missing, 0, 0], ['close', 999], ['fstat', 999],
  ['ftruncate', 999, 0], ['fchmod', 999, 0], ['fchown', 999, 0, 0], ['futimes', 999, 0, 0], ['fsync', 999],
  ['write', 999, new Buffer('ab'), 0, 1, null], ['read', 999, new Buffer('ab'), 0, 1, null],
  ['writeFile', missing + '/a', 'x'], ['appendFile', folder, 'x'], ['stat', 'a\0b'], ['readFile', 'a\0b'],
].map(function (call) {
  var name = call.shift();
  return function (next) {
    var returned = false;
    fs[name].apply(fs, call.concat(function () {
      scratch.log(name, returned ? 'later' : 'inside', arguments.length + ':',
        [].map.call(arguments, scratch.show).join(' | '));
      next();
    }));
    returned = true;
  };
}));
