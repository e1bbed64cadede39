// The flags of the executable, and a program on its command line.
var spawn = require('child_process').spawn;

var lines = [
  ['--print', '[1, { a: "x" }]', 'ignored'],
  ['--eval', 'console.log(__filename, __dirname, module.id, typeof exports, require.main === module)'],
  ['-v'],
  ['--version', 'x.js'],
  ['-p', '1', '-v'],
  ['-i', '-p', '3'],
  ['--expose-gc', '-p', 'typeof gc'],
  ['--expose_gc', '-p', 'typeof gc + typeof gc()'],
  ['--no-deprecation', '-p', 'process.noDeprecation'],
  ['--max-old-space-size=100', '--nouse_idle_notification', '--stack-size=900', '-p', 'process.execArgv'],
  ['-e', 'console.log(process.argv.slice(1))', '--', 'x'],
  ['--harmony', '-p', 'typeof Map + typeof Set + typeof WeakMap'],
  ['--harmony_collections', '-p', 'var m = new Map; m.set("a", 1); [m.get("a"), m.has("b"), m.size]'],
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
