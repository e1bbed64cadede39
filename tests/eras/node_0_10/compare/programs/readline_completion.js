// Completion, misuse, and the functions that move a cursor.
var readline = require("readline");
var stream = require("stream");
var sent = "";
var output = new stream.Writable();
output._write = function (chunk, encoding, callback) { sent += chunk; callback(); };
output.columns = 40;
function completer(line) {
  return [["help", "hello", "helium", "quit"].filter(function (word) { return word.indexOf(line) === 0; }), line];
}
function complete(text) {
  sent = "";
  var lines = readline.createInterface({ input: new stream.PassThrough(), output: output, completer: completer, terminal: true });
  lines.setPrompt("$ ", 2);
  lines.prompt();
  lines.write(text);
  lines.write(null, { name: "tab" });
  console.log(text, JSON.stringify(lines.line), lines.cursor, JSON.stringify(sent));
}
["q", "he", "hel", "x", "hell"].forEach(complete);
[[5], [5, 2], [undefined]].forEach(function (args) {
  sent = "";
  readline.cursorTo.apply(null, [output].concat(args));
  console.log(JSON.stringify(sent));
});
sent = "";
readline.moveCursor(output, -3, 2);
readline.moveCursor(output, 4, -1);
readline.moveCursor(output, 0, 0);
readline.clearLine(output, -1);
readline.clearLine(output, 1);
readline.clearLine(output, 0);
readline.clearScreenDown(output);
console.log(JSON.stringify(sent));
[function () { readline.createInterface(); }, function () { readline.createInterface({ input: process.stdin, completer: 5 }); }].forEach(function (f) {
  try { f(); } catch (error) { console.log(error.name); }
});
