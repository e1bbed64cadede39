// [["ready\r\n", "a line\n"], ["heard", "q"], ["\"q\"", "W"]]
// What kinds of streams a terminal is, whole lines, and then single keys.
var net = require('net');
var tty = require('tty');
var input = process.stdin;
var output = process.stdout;

console.log(input.constructor.name, input instanceof tty.ReadStream, input instanceof net.Socket, input.fd);
console.log(input.isTTY, input.isRaw, input.readable, input.writable, typeof input.ref);
console.log(output.constructor.name, output instanceof tty.WriteStream, output.fd, output._type);
console.log(output.isTTY, output.columns, output.rows, output.getWindowSize(), output.writable, output.readable);
console.log(process.stderr.isTTY, process.stderr.columns, tty.isatty(0), tty.isatty(1));

input.setEncoding('utf8');
input.once('data', function (line) {
  input.setRawMode(true);
  console.log('heard', JSON.stringify(line), input.isRaw);
  input.on('data', function (key) {
    console.log(JSON.stringify(key));
    if (key !== 'W') return;
    input.setRawMode(false);
    input.pause();
    console.log(input.isRaw);
  });
});
process.on('exit', function () { console.log('nothing more to do'); });
console.log('ready');
