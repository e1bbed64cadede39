// A program on stdin, and scripts that are started by name.
var spawn = require('child_process').spawn;
var fs = require('fs');
var path = require('path');
var folder = path.join(require('os').tmpdir(), 'stdin-program-' + process.pid);

fs.mkdirSync(folder);
fs.writeFileSync(path.join(folder, 'a.js'), 'console.log(process.argv.slice(2), process.execArgv, require.main === module, __filename === process.argv[1]);');

var runs = [
  [[], 'console.log("from stdin", process.argv.length, __filename, process.execArgv, typeof module)'],
  [['-p'], '1 + 1'],
  [['-p'], ''],
  [[], ''],
  [[], 'throw new Error("in")'],
  [[], 'var x;\na b'],
  [[], 'process.stdin.on("end", function () { console.log("end again"); }); console.log(process.stdin.readable)'],
  [[], 'setTimeout(function () { console.log("later"); }, 1); console.log(require("./a.js") !== undefined)'],
  [['a.js', '-e', 'x'], 'unread'],
  [['a'], ''],
  [['--', 'a.js', 'x'], ''],
  [['a.js', '--', 'x'], ''],
  [['-i', 'a.js'], ''],
  [['./nothere.js'], ''],
  [['.'], ''],
];

function essence(text) {
  return text.split('\n').filter(function (line) {
    return line && !/^ *\^+$|throw err;|^module\.js/.test(line) && !(/^ +at /.test(line) && !/\[stdin\]:\d/.test(line));
  }).map(function (line) { return line.replace(/(\[stdin\]:\d+):\d+/, '$1').split(folder).join('FOLDER'); });
}

var told = runs.map(function () { return null; });
var LANES = 3;
var started = LANES - 1;
var finished = 0;

function report() {
  told.forEach(function (line) { console.log.apply(console, line); });
  fs.unlinkSync(path.join(folder, 'a.js'));
  fs.rmdirSync(folder);
}

function start(number) {
  var child = spawn(process.execPath, runs[number][0], { cwd: folder });
  var out = '', err = '';
  child.stdin.on('error', function () {});
  child.stdin.end(runs[number][1]);
  child.stdout.on('data', function (data) { out += data; });
  child.stderr.on('data', function (data) { err += data; });
  child.on('close', function (code) {
    told[number] = [runs[number][0], code, JSON.stringify(out), essence(err)];
    if (runs.length > ++started) return start(started);
    if (++finished === LANES) report();
  });
}

for (var lane = 0; lane < LANES; lane++) start(lane);
