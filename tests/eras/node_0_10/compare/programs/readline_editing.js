// A line that is edited: what keys do to it, and what the terminal is sent.
var readline = require("readline");
var stream = require("stream");
function edit(keys) {
  var input = new stream.PassThrough();
  var output = new stream.Writable();
  var sent = "";
  output._write = function (chunk, encoding, callback) { sent += chunk; callback(); };
  var lines = readline.createInterface({ input: input, output: output, terminal: true });
  lines.on("line", function (line) { console.log("line", JSON.stringify(line)); });
  lines.on("close", function () { console.log("close"); });
  lines.setPrompt("> ", 2);
  lines.prompt();
  keys.forEach(function (key) {
    if (typeof key === "string") lines.write(key);
    else lines.write(null, key);
  });
  console.log(JSON.stringify(lines.line), lines.cursor, lines.history, JSON.stringify(sent));
}
function ctrl(name) { return { ctrl: true, name: name }; }
function meta(name) { return { meta: true, name: name }; }
function key(name) { return { name: name }; }
edit(["abc", key("left"), "x", key("backspace"), ctrl("a"), "Z", ctrl("e"), "!", key("return")]);
edit(["one\ntwo\n", key("up"), key("up"), key("up"), key("down"), "?", key("enter")]);
edit(["word1 word2, word3", ctrl("w"), meta("b"), meta("b"), meta("d"), meta("f")]);
edit(["some text", ctrl("a"), ctrl("f"), ctrl("k"), ctrl("u"), "new"]);
edit(["abc", key("home"), key("delete"), ctrl("d"), ctrl("d"), ctrl("d")]);
edit(["abc", key("left"), key("left"), ctrl("h"), key("right"), key("end"), ctrl("b")]);
edit(["left", ctrl("left"), "x", ctrl("right"), "y", ctrl("l")]);
edit(["a\nb\nb\nc", ctrl("p"), ctrl("p"), ctrl("n"), ctrl("c")]);
