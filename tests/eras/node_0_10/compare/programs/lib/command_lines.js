// Runs the executable with one command line after the other and prints what each gives.
var spawn = require('child_process').spawn;

var LANES = 4; // so many at the same time

// What an error's report says besides the calls within each implementation.
function essence(text) {
  return text.split('\n').filter(function (line) {
    return !/^[ ^]*$/.test(line) && !(/^ +at /.test(line) && !/\[eval\]:\d/.test(line));
  }).map(function (line) { return line.replace(/^ +at .*(\[eval\]:\d+):.*/, 'at $1'); });
}

module.exports = function (lines) {
  var told = [], started = LANES - 1, finished = 0;

  function run(number) {
    var args = lines[number];
    var child = spawn(process.execPath, args);
    var out = '', err = '';
    child.stdin.end();
    child.stdout.on('data', function (data) { out += data; });
    child.stderr.on('data', function (data) { err += data; });
    child.on('close', function (code) {
      if (/Usage/.test(out)) out = 'usage';
      told[number] = [args, code, JSON.stringify(out), essence(err)];
      if (lines.length > ++started) return run(started);
      if (++finished === LANES) told.forEach(function (line) { console.log.apply(console, line); });
    });
  }

  for (var lane = 0; lane < LANES; lane++) run(lane);
};
