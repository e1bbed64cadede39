// Standard output into a pipe, a file and nothing: what it is, in which order it leaves, what writing gives.
var spawn = require('child_process').spawn;
var fs = require('fs');
var file = require('path').join(require('os').tmpdir(), 'stdout-kinds-' + process.pid);

var program = [
  'console.log(process.stdout._type, process.stdout.fd, process.stdout.isTTY, process.stdout.columns, typeof process.stdout.getWindowSize);',
  'console.log(process.stdout.writable, process.stdout._isStdio, process.stdout === process.stdout);',
  'console.log(process.stdout.write("x"), process.stdout.write(new Buffer("y")), process.stdout.write("7a", "hex"));',
  'process.stdout.write("with a callback\\n", function (error) { console.log("written", error === undefined || error === null); });',
  'process.on("exit", function () { console.log("at exit"); process.stdout.write("no line end"); });',
].join('\n');

function report(title, text) { console.log(title + '\n' + text); }

var piped = spawn(process.execPath, ['-e', program]);
var text = '';
piped.stdout.on('data', function (data) { text += data; });
piped.on('close', function (code) {
  report('pipe ' + code, text);
  var descriptor = fs.openSync(file, 'w');
  var filed = spawn(process.execPath, ['-e', program], { stdio: ['ignore', descriptor, descriptor] });
  filed.on('close', function (code) {
    fs.closeSync(descriptor);
    report('file ' + code, fs.readFileSync(file, 'utf8'));
    fs.unlinkSync(file);
    var ignored = spawn(process.execPath, ['-e', program + 'process.stderr.write(process.stdout._type);'], { stdio: ['ignore', 'ignore', 'pipe'] });
    ignored.stderr.on('data', function (data) { report('ignored', data); });
  });
});
