// Calls that nobody waits for: an error is told on stderr.
var fs = require('fs');
var scratch = require('./lib/scratch');
fs.writeFile(scratch.at('file'), 'x');
setTimeout(function () {
  console.log(fs.readFileSync(scratch.at('file'), 'utf8'));
  fs.unlink(scratch.at('file'));
}, 50);
setTimeout(function () { console.log(fs.existsSync(scratch.at('file'))); }, 100);
fs.unlink('/no/such/file');
setTimeout(function () { fs.readFile('/no/such/file'); }, 30);
