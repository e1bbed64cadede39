// The whole of what is printed of an error in a program on the command line, and in one on stdin.
var spawn = require('child_process').spawn;
function run(args, input, done) {
  var child = spawn(process.execPath, args), text = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', function (piece) { text += piece; });
  child.on('close', function (code) { done(code + text); });
  child.stdin.end(input);
}
var told = [], running = 3;
function tell(index) {
  return function (text) {
    told[index] = text;
    if (--running === 0) console.log(told.join('\n'));
  };
}
run(['-e', 'function f() { nowhere(); }\nf()'], '', tell(0));
run(['-e', 'f('], '', tell(1));
run([], 'throw new Error("read")', tell(2));
