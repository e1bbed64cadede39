// Each program throws what is no error, or an error that was made elsewhere: its place, and its text.
var spawn = require('child_process').spawn;
var programs = [
  "function f() {\n  throw 'text';\n}\nf();",
  "setTimeout(function () {\n  throw null;\n}, 1);",
  "var e = { code: 5, toString: function () { return 'told'; } };\n\nthrow e;",
  "function make() {\n  return new TypeError('made there');\n}\nif (true) throw make();",
];

// Without the folder and the calls inside of either implementation.
function essence(text) {
  return text.replace(/\S*\/(thrown_\d+\.js)/g, '$1').split('\n').filter(function (line) {
    return !/^    at /.test(line) || /thrown_/.test(line);
  }).map(function (line) { return line.replace(/^    at .*(thrown_\d+\.js:\d+).*/, '    at $1'); }).join('\n');
}

var fs = require('fs');
var folder = require('path').join(require('os').tmpdir(), 'thrown-' + process.pid);
fs.mkdirSync(folder);
var running = programs.length;
var told = programs.map(function (program, index) {
  var file = folder + '/thrown_' + index + '.js';
  fs.writeFileSync(file, program);
  var child = spawn(process.execPath, [file]), text = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', function (piece) { text += piece; });
  child.on('close', function (code) {
    fs.unlinkSync(file);
    told[index] = code + essence(text);
    if (--running > 0) return;
    console.log(told.join('\n'));
    fs.rmdirSync(folder);
  });
});
