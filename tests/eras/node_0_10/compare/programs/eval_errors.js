// What a program on the command line, or a wrong command line, dies of.
var spawn = require('child_process').spawn;

var lines = [
  ['-p', 'process.exit(4)'],
  ['-e'],
  ['-pe'],
  ['-p', '-e'],
  ['-e', 'throw new Error("boo")'],
  ['-e', 'var x = 1;\nnope()'],
  ['-e', 'a b'],
  ['-e', 'var a = 1;\n  foo('],
  ['-e', 'setTimeout(function () { throw new TypeError("late"); }, 1)'],
  ['-p', 'new Error("made").stack.split("\\n")[0]'],
  ['--trace-deprecation', '--throw-deprecation', '-p', '[process.traceDeprecation, process.throwDeprecation, process.execArgv]'],
  ['--nonsense', '-p', '1'],
  ['--stack_trace_limit', '-h'],
  ['--debug-nonsense'],
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
