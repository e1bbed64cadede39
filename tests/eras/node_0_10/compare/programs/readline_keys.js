// What a terminal sends, byte by byte.
var readline = require("readline");
var stream = require("stream");
var input = new stream.PassThrough();
var output = new stream.Writable();
output._write = function (chunk, encoding, callback) { callback(); };
var lines = readline.createInterface({ input: input, output: output, terminal: true });
["line", "close", "SIGINT", "SIGTSTP"].forEach(function (name) {
  lines.on(name, function (value) { console.log(name, JSON.stringify(value)); });
});
var sent = ["abc", "\x1b[D", "x", "\x7f", "\x01", "Z", "\x05", "!", "\r", "second", "\r", "\x1b[A", "\x1b[A", "\x1bOB", "\r",
  "word1 word2", "\x17", "\x15", "kill", "\x1b[H", "\x1b[C", "\x0b", "\r", "h\u00e9llo", "\x1bb", "\x1b[3~", "\r",
  "x\x03", "\x1a", "\x15", "pasted\r\nlines\r", "\x04"];
(function next() {
  if (!sent.length) return console.log(lines.closed, lines.paused);
  input.write(sent.shift());
  setTimeout(next, 2);
})();
