// A file may not become as large as a program would have it: an error that 0.10 had no name for, and no signal that kills.
var fs = require('fs'), child = require('child_process'), scratch = require('./lib/scratch');

if (process.argv[2] === undefined) {
  // A limit that leaves room for whatever else a process may write.
  child.spawn('sh', ['-c', 'ulimit -f 4000; exec "$0" "$@"', process.execPath, __filename, scratch.at('full')], {stdio: 'inherit'})
    .on('exit', function (code, signal) { console.log('exit', code, signal); });
  return;
}

var path = process.argv[2], beyond = new Buffer(3000000);
process.on('SIGXFSZ', function () {});
function tell(name, error) { console.log(name, error.code, error.errno, error.message, error.path); }

fs.writeFile(path, beyond, function (error) {
  tell('later', error);
  try { fs.writeFileSync(path, beyond); } catch (error) { tell('at once', error); }
  try { fs.openSync('/dev/tty-of-nobody/x', 'r'); } catch (error) { tell('known', error); }
  var stream = fs.createWriteStream(path);
  stream.on('error', function (error) { tell('stream', error); });
  stream.write(new Buffer(30000));
  stream.end(beyond);
});
