// []
// Moving the cursor of a terminal, as what shows progress does.
var output = process.stdout;

function tell(name, args) {
  try {
    console.log(name, output[name].apply(output, args));
  } catch (error) {
    console.log(name, error.name + ': ' + error.message);
  }
}

output.write('half done');
output.clearLine();
output.cursorTo(0);
output.write('all done');
output.moveCursor(-4, 0);
output.clearLine(1);
output.clearLine(-1);
output.clearScreenDown();
[[], [0], ['a'], ['-1'], [NaN]].forEach(function (args) { tell('clearLine', args); });
[[], ['a'], [1, 'a'], [1.5, 2.5], [undefined, 1], [-5, -1], [NaN]].forEach(function (args) { tell('cursorTo', args); });
[[], [1], ['2', -1], [0, 0], ['a', NaN], [1.5, -2.5]].forEach(function (args) { tell('moveCursor', args); });
console.log(require('tty').WriteStream.prototype.cursorTo.length, typeof process.stderr.clearLine);
