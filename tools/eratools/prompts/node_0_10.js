// What `node` without a program was: a prompt whose variables are globals.
process.argv = ["node"];
require("repl").start({ prompt: "> ", useGlobal: true }).on("exit", function () { process.exit(); });
