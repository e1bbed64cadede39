// Renaming, linking, folders and real paths.
var fs = require('fs');
var scratch = require('./lib/scratch');
var at = scratch.at;
scratch.file('b', 'B');
scratch.steps([
  function (next) { fs.rename(at('b'), at('a'), function () { console.log('rename', arguments); next(); }); },
  function (next) { fs.link(at('a'), at('hard'), function () { console.log('link', arguments, fs.statSync(at('a')).nlink); next(); }); },
  function (next) { fs.symlink('a', at('soft'), function () { console.log('symlink', arguments); next(); }); },
  function (next) { fs.symlink('soft', at('softer'), 'file', function () { console.log('symlink', arguments); next(); }); },
  function (next) { fs.readlink(at('softer'), function (e, to) { console.log('readlink', e, to); next(); }); },
  function (next) { fs.realpath(at('softer'), function (e, to) { scratch.log('realpath', String(e), to); next(); }); },
  function (next) { fs.mkdir(at('d'), function () { console.log('mkdir', arguments); next(); }); },
  function (next) { fs.mkdir(at('e'), 0700, function () { console.log('mkdir', arguments, (fs.statSync(at('e')).mode & 0777).toString(8)); next(); }); },
  function (next) { fs.symlink('../d', at('e/up'), 'dir', function () { console.log('symlink', arguments); next(); }); },
  function (next) { fs.realpath(at('e/up/../a'), function (e, to) { scratch.log('realpath', String(e), to); next(); }); },
  function (next) { fs.realpath(at('e/up'), {}, function (e, to) { scratch.log('realpath', String(e), to); next(); }); },
  function (next) { fs.readdir(scratch.root, function (e, names) { console.log('readdir', e, names); next(); }); },
  function (next) { fs.rmdir(at('d'), function () { console.log('rmdir', arguments); next(); }); },
  function (next) { fs.unlink(at('soft'), function () { console.log('unlink', arguments); next(); }); },
  function (next) { fs.exists(at('softer'), function () { console.log('exists', arguments); next(); }); },
  function (next) { fs.exists(at('a'), function () { console.log('exists', arguments); next(); }); },
  function (next) { fs.chmod(at('a'), '600', function () { console.log('chmod', arguments, (fs.statSync(at('a')).mode & 0777).toString(8)); next(); }); },
  function (next) { fs.chown(at('a'), process.getuid(), process.getgid(), function () { console.log('chown', arguments); next(); }); },
]);
var cache = {};
cache[at('known')] = '/elsewhere';
console.log(fs.realpathSync(at('known'), cache), fs.lchmod, fs.lchown);
