// Lines of a stream that is no terminal: every line end, pieces, the last line without one.
var readline = require("readline");
var stream = require("stream");
var input = new stream.PassThrough();
var written = [];
var output = new stream.Writable();
output._write = function (chunk, encoding, callback) { written.push(chunk.toString()); callback(); };
var lines = readline.createInterface({ input: input, output: output, terminal: false });
["line", "pause", "resume", "close"].forEach(function (name) {
  lines.on(name, function (value) { console.log(name, JSON.stringify(value)); });
});
lines.setPrompt("> ");
lines.prompt();
input.write("one\ntw");
input.write("o\r\nthree\rfour\n\n");
input.write(new Buffer([0xe2, 0x82]));
input.write(new Buffer([0xac, 0x0a]));
lines.question("really? ", function (answer) { console.log("answer", answer); lines.prompt(); });
setTimeout(function () { input.write("yes\nlast"); }, 10);
setTimeout(function () { lines.pause(); lines.pause(); lines.resume(); lines.write(" written\n"); input.end("no line end"); }, 30);
setTimeout(function () { console.log(JSON.stringify(written)); lines.close(); }, 60);
