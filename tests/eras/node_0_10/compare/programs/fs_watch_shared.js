// Several watchers, of a folder and of a file in it, through all that can happen to them.
var fs = require('fs');
var folder = require('./lib/folder');
fs.writeFileSync('a', '1');
var told = [[], [], []];
var watchers = ['.', 'a', './a'].map(function (path, index) {
  return fs.watch(path, { persistent: index !== 2 }, function (event, name) { told[index].push(event + ' ' + name); });
});
var steps = [
  function () { fs.writeFileSync('a', '2'); }, function () { fs.appendFileSync('a', '2'); }, function () { fs.chmodSync('a', 0600); },
  function () { fs.writeFileSync('b', '2'); }, function () { fs.renameSync('b', 'c'); }, function () { fs.mkdirSync('d'); },
  function () { fs.rmdirSync('d'); }, function () { fs.unlinkSync('c'); }, function () { fs.renameSync('a', 'z'); },
  function () { fs.writeFileSync('z', 'x'); }, function () { fs.unlinkSync('z'); }, function () { fs.utimesSync('.', 1, 1); },
];
(function next() {
  var step = steps.shift();
  if (step) {
    step();
    return setTimeout(next, 40);
  }
  told.forEach(function (events) { console.log(events.join(', ')); });
  watchers.forEach(function (watcher) { watcher.close(); });
  fs.writeFileSync('after', 'x');
})();
[['nope', function () {}], [], [5]].forEach(function (given) {
  try {
    fs.watch.apply(fs, given);
  } catch (error) { console.log(folder.show(error)); }
});
