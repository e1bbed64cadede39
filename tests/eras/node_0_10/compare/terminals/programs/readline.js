// [["> ", "one"], ["one", "\r"], ["> ", "xyz\u007f"], ["[5G", "\u001b[D"], ["[1D", "!"], ["x!y", "\r"], ["\"x!y\"", ""], ["> ", "\u001b[A"], ["x!y", "\u001b[A"], ["one", " more\r"], ["\"one more\"", ""], ["> ", "fo\t"], ["food", ""], ["[6G", "\u0015"], ["[3G", "a word or two"], ["two", "\u0017"], ["[1G", "\u0001"], ["D", "\u000b"], ["[3G", "\u0004"]]
// A line that is edited, recalled and completed.
var lines = require('readline').createInterface({
  input: process.stdin,
  output: process.stdout,
  completer: function (line) {
    return [['foo', 'food', '', 'bar'].filter(function (word) { return word.indexOf(line) === 0; }), line];
  },
});
lines.on('line', function (line) {
  console.log(JSON.stringify(line));
  lines.prompt();
});
lines.on('close', function () { console.log('closed'); });
process.on('exit', function () { console.log('exit'); });
lines.prompt();
