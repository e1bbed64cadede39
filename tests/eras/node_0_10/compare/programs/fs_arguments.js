// What the calls of `fs` say to arguments of every kind.
var fs = require('fs');
var folder = require('./lib/folder');
var values = [undefined, null, 5, '', {}, [], true, NaN, -1, 1.5, 'nope', 'a\u0000b', '5', Infinity, '0644', 0600];
function told(name, args) {
  if (/f/.test(name)) fs.writeFileSync('file', 'hello');
  try {
    var result = fs[name].apply(fs, args);
    console.log(name, folder.showAll(args), '->', folder.show(result));
  } catch (error) { console.log(name, folder.showAll(args), folder.show(error)); }
}
['statSync', 'readFileSync', 'unlinkSync', 'rmdirSync', 'readdirSync', 'readlinkSync', 'existsSync', 'mkdirSync'].forEach(function (name) {
  values.forEach(function (value) { if (name !== 'mkdirSync' || value !== 'nope') told(name, [value]); });
});
values.forEach(function (value) {
  if (value !== '') told('realpathSync', [value]);
  ['linkSync', 'symlinkSync', 'renameSync'].forEach(function (name) { told(name, [value, 'nope/x']); });
  told('chmodSync', [folder.path, value === Infinity ? NaN : 0755]);
  told('fchmodSync', [77, value]);
  told('fchownSync', [77, value, value]);
  told('truncateSync', ['file', value]);
  told('symlinkSync', ['file', 'nope/link', value]);
  ['writeFileSync', 'appendFileSync'].forEach(function (name) {
    told(name, ['file', value]);
    console.log(fs.readFileSync('file', 'utf8'));
    told(name, ['file', 'x', value]);
    told(name, ['file', 'x', { flag: value === 5 || value === -1 || value === 0600 ? 'w' : value }]);
    told(name, ['file', 'é', { encoding: value }]);
    told(name, ['new', 'x', { mode: value }]);
    if (fs.existsSync('new')) {
      console.log((fs.statSync('new').mode & 0777).toString(8));
      fs.unlinkSync('new');
    }
    fs.unlinkSync('file');
  });
  fs.writeFileSync('file', 'hello');
  told('readFileSync', ['file', value]);
  told('readFileSync', ['file', { encoding: value }]);
});
