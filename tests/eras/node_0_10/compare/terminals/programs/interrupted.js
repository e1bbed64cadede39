// [["> ", "half a line\u0003"]]
// Ctrl-C closes the line that is edited, and the program ends.
var lines = require('readline').createInterface({ input: process.stdin, output: process.stdout });
lines.on('close', function () { console.log(' closed'); });
process.on('exit', function () { console.log('exit'); });
lines.prompt();
