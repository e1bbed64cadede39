// readFile, writeFile and appendFile with encodings, modes, flags, and values that are no text.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.at('file');
var read = function () { return fs.readFileSync(file, 'utf8'); };
process.umask(022);
[['abc'], [5], [undefined], [true], [{}], [[1, [2, 3]]], ['6162', 'hex'], ['é', 'binary'], ['é', 'ucs2'], ['', null],
  [new Buffer([0, 255, 10])], ['x', { encoding: 'base64' }], ['héllo €', { encoding: 'utf8' }]].forEach(function (args) {
  fs.writeFileSync.apply(fs, [file].concat(args));
  scratch.log(args[0], fs.readFileSync(file), JSON.stringify(read()));
});
fs.writeFileSync(file, 'start ');
fs.appendFileSync(file, 'more');
fs.appendFileSync(file, '2021', 'hex');
fs.writeFileSync(file, '!', { flag: 'a' });
fs.writeFileSync(scratch.at('private'), 'x', { mode: 0600 });
fs.writeFileSync(scratch.at('octal'), 'x', { mode: '0640' });
console.log(read(), (fs.statSync(scratch.at('private')).mode & 0777).toString(8), (fs.statSync(scratch.at('octal')).mode & 0777).toString(8));
['ascii', 'base64', 'hex', 'binary', 'ucs2'].forEach(function (encoding) { console.log(fs.readFileSync(file, encoding)); });
console.log(fs.readFileSync(file, { encoding: 'utf8', flag: 'r' }), fs.readFileSync(file, null).length, fs.readFileSync('/dev/null'));
scratch.steps([
  function (next) { fs.writeFile(file, 'one', function () { console.log(arguments); next(); }); },
  function (next) { fs.appendFile(file, ' two', { encoding: 'utf8' }, function () { console.log(arguments); next(); }); },
  function (next) { fs.readFile(file, function (e, data) { console.log(e, data); next(); }); },
  function (next) { fs.readFile(file, 'utf8', function (e, data) { console.log(e, data); next(); }); },
  function (next) { fs.readFile(file, { encoding: 'hex' }, function (e, data) { console.log(e, data); next(); }); },
]);
