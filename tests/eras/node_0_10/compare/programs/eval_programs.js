// A program on the command line.
require('./lib/command_lines')([
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
]);
