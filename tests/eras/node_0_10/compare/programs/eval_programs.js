// A program on the command line.
var spawn = require('child_process').spawn;

var lines = [
  ['-e', 'console.log(process.argv.slice(1), process.execArgv.length)', 'x', '-y'],
  ['-e', '1 + 1'],
  ['-p', '1 + 1'],
  ['-pe', '"a" + "b"'],
  ['-p', 'undefined'],
  ['-p', '-e', '5 * 5'],
  ['-e', '1', '-e', '2', '-p'],
  ['-p', 'var x = 5; global.x + (this === global ? 1 : 0)'],
  ['-p', 'require("path").join("a", "..", "b")'],
  ['-p', 'process.stdin; 5'],
  ['-e', 'setTimeout(function () { console.log("later", __filename); }, 1)'],
  ['-e', 'process.on("exit", function (code) { console.log("exit", code); })'],
];

// What an error's report says besides the calls within each implementation.
function essence(text) {
  return text.split('\n').filter(function (line) {
    return !/^[ ^]*$/.test(line) && !(/^ +at /.test(line) && !/\[eval\]:\d/.test(line));
  }).map(function (line) { return line.replace(/^ +at .*(\[eval\]:\d+):.*/, 'at $1'); });
}

var told = lines.map(function () { return null; });

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

// Some at the same time.
var LANES = 4;
var started = LANES - 1;
var finished = 0;
for (var lane = 0; lane < LANES; lane++) run(lane);
