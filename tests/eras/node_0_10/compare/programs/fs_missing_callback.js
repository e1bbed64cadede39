// Calls that nobody waits for: an error is told on stderr.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.at('file');

function text() { return fs.existsSync(file) && fs.readFileSync(file, 'utf8'); }

fs.writeFile(file, 'x');
fs.unlink('/no/such/file');
setTimeout(function () { fs.readFile('/no/such/file'); }, 30);
(function whenWritten() {
  if (text() !== 'x') return setTimeout(whenWritten, 1);
  console.log(text());
  fs.unlink(file);
  (function whenGone() {
    if (fs.existsSync(file)) return setTimeout(whenGone, 1);
    console.log(text());
  })();
})();
