// What a failed call that is made at once throws.
var fs = require('fs');
var scratch = require('./lib/scratch');
var missing = scratch.at('missing');
var folder = scratch.at('folder');
fs.mkdirSync(folder);
scratch.file('folder/file', 'x');
[
  ['open', missing, 'r'], ['stat', missing], ['lstat', missing], ['readFile', missing], ['readFile', folder],
  ['rename', missing, folder], ['link', missing, folder], ['link', folder + '/file', folder],
  ['symlink', missing, folder], ['mkdir', folder], ['mkdir', missing + '/a'], ['rmdir', folder], ['rmdir', missing],
  ['readdir', missing], ['readdir', folder + '/file'], ['unlink', missing], ['unlink', folder],
  ['readlink', folder], ['realpath', missing + '/a'], ['chmod', missing, 0], ['chown', missing, 0, 0],
  ['utimes', missing, 0, 0], ['close', 999], ['fstat', 999], ['ftruncate', 999, 0], ['fchmod', 999, 0],
  ['fchown', 999, 0, 0], ['futimes', 999, 0, 0], ['fsync', 999], ['fsync', -1], ['fdatasync', 999],
  ['write', 999, new Buffer('a'), 0, 1, null], ['read', 999, new Buffer('a'), 0, 1, null],
  ['writeFile', missing + '/a', 'x'], ['appendFile', folder, 'x'], ['rename', folder, folder + '/file'],
].forEach(function (call) {
  var name = call.shift() + 'Sync';
  scratch.attempt(name, function () { return fs[name].apply(fs, call); });
});
