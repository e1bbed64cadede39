// A prompt over streams: a context of its own, commands, another evaluator.
var repl = require("repl");
var stream = require("stream");
var sent = "";
function output() {
  var made = new stream.Writable();
  made._write = function (chunk, encoding, callback) { sent += chunk; callback(); };
  return made;
}
var input = new stream.PassThrough();
var server = repl.start({ prompt: "p> ", input: input, output: output(), useGlobal: false, ignoreUndefined: true });
server.context.m = "msg";
console.log(server instanceof repl.REPLServer, Object.keys(server.commands).join(), server.prompt, server.useGlobal);
server.defineCommand("hi", {
  help: "says hi",
  action: function (name) { this.outputStream.write("hi " + name + "\n"); this.displayPrompt(); },
});
input.write("m\nvar q = 1\nq + 1\nm = 5\ntypeof console + typeof process + typeof require\n_\n");
input.write("[1,\n2]\n{a: 1}\n.hi there\n.help\nif (true) {\n.break\n.nothing\n'x'\n");
server.on("exit", function () {
  console.log(sent);
  sent = "";
  var input = new stream.PassThrough();
  var server = repl.start({
    prompt: "e> ", input: input, output: output(),
    eval: function (code, context, file, callback) { callback(null, "<" + code + "|" + file + ">"); },
    writer: function (value) { return "W:" + value; },
  });
  server.on("exit", function () { console.log(sent); });
  input.write("abc\n");
  input.end();
});
setTimeout(function () {
  console.log(server.context.m, server.context.q);
  input.write(".exit\n");
}, 20);
