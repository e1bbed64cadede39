// Standard input: at rest until somebody wants it, and its two modes.
var spawn = require('child_process').spawn;

var programs = [
  'console.log(process.stdin.fd, process.stdin.isTTY, process.stdin.readable, typeof process.stdin.setRawMode, process.stdin === process.stdin); process.exit()',
  'var n = 0; process.stdin.on("data", function (d) { n += d.length; }).on("end", function () { console.log("end", n); })',
  'process.stdin.setEncoding("utf8"); var t = ""; process.stdin.on("readable", function () { var d = process.stdin.read(); if (d !== null) t += d; }).on("end", function () { console.log(t.length, t.slice(0, 5), t.slice(-3)); })',
  'process.stdin.resume(); process.stdin.on("end", function () { console.log("end without data"); })',
  'process.stdin.pause(); console.log("paused"); process.stdin.on("end", function () { console.log("never"); })',
  'process.stdin.setEncoding("hex"); process.stdin.once("data", function (d) { console.log(typeof d, d.slice(0, 8)); process.stdin.pause(); setTimeout(function () { process.stdin.resume(); }, 5); process.stdin.on("end", function () { console.log("end later"); }); })',
  'process.openStdin().on("data", function (d) { console.log(Buffer.isBuffer(d)); process.exit(); })',
  'process.stdin.pipe(process.stdout)',
  'process.stdin.on("end", function () { console.log("end"); }).on("close", function () { console.log("close"); }); process.stdin.resume()',
  'process.stdin.destroy(); console.log("destroyed", process.stdin.readable); process.stdin.on("close", function () { console.log("closed"); })',
  'var rl = require("readline").createInterface({ input: process.stdin, output: process.stdout, terminal: false }); var n = 0; rl.on("line", function (l) { n++; }).on("close", function () { console.log("lines", n); })',
];
var told = programs.map(function () { return null; });
var LANES = 3;
var started = LANES - 1;
var finished = 0;

function run(number) {
  var child = spawn(process.execPath, ['-e', programs[number]]);
  var out = '', err = '';
  child.stdin.on('error', function () {});
  child.stdin.end(new Array(20).join('caf\u00e9 au lait\n'));
  child.stdout.on('data', function (data) { out += data; });
  child.stderr.on('data', function (data) { err += data; });
  child.on('close', function (code) {
    told[number] = [number, code, JSON.stringify(out), err];
    if (programs.length > ++started) return run(started);
    if (++finished === LANES) told.forEach(function (line) { console.log.apply(console, line); });
  });
}

for (var lane = 0; lane < LANES; lane++) run(lane);
