// A conversation with the prompt that the executable itself opens, each from the beginning.
var spawn = require('child_process').spawn;

var conversations = [
  ['1 + 1', '_ + 5', 'var x = 5', 'global.x'],
  ['process.argv.length', 'process.execArgv', 'process.mainModule', 'module.filename === process.cwd() + "/repl"'],
  ['process.exit(3)', '1'],
  ['process.on("exit", function (code) { console.log("exit", code); }).x'],
  ["process.nextTick(function () { throw new Error('in tick'); })", '1'],
  ['if (1) {', '.exit', '1'],
];

function essence(text) {
  return text.split('\n').filter(function (line) { return line && !/^ *\^+$|^ +at /.test(line); });
}

(function next() {
  var lines = conversations.shift();
  if (!lines) return;
  var child = spawn(process.execPath, ['-i']);
  var out = '', err = '';
  child.stdin.on('error', function () {});
  child.stdin.end(lines.join('\n') + '\n');
  child.stdout.on('data', function (data) { out += data; });
  child.stderr.on('data', function (data) { err += data; });
  child.on('close', function (code) {
    console.log(lines[0], code);
    essence(out).concat(essence(err)).forEach(function (line) { console.log('   ', JSON.stringify(line)); });
    next();
  });
})();
