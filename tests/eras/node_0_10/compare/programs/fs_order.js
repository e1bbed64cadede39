// Callbacks come after the present one and its ticks; results at once come at once.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.file('file', 'x');
fs.stat(file, function () {
  console.log('stat');
  process.nextTick(function () { console.log('tick inside'); });
  fs.stat(file, function () { console.log('stat inside'); });
});
fs.stat('a\0', function () { console.log('refused path'); });
process.nextTick(function () { console.log('tick'); });
console.log('now', fs.statSync(file).size);
