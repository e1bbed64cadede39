// A console of one's own.
var Console = require('console').Console;
var Writable = require('stream').Writable;
function collect(name) {
  var sink = new Writable();
  sink._write = function (chunk, encoding, callback) { process.stdout.write('[' + name + '] ' + chunk); callback(); };
  return sink;
}
var mine = new Console(collect('out'), collect('err'));
mine.log('hello %d', 5); mine.error('bad'); mine.warn('warned'); mine.info('info'); mine.dir([1, { a: 2 }]);
var single = Console(collect('only'));
single.error('to the only one');
try { new Console(); } catch (error) { console.log(String(error)); }
console.log(mine instanceof Console, console instanceof Console);
