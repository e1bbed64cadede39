// [["ready\r\n", "typed\n"]]
// A terminal that the program opens itself.
var fs = require('fs');
var tty = require('tty');
var input = new tty.ReadStream(fs.openSync('/dev/tty', 'r'));
var output = new tty.WriteStream(fs.openSync('/dev/tty', 'w'));
console.log(input.isTTY, output.isTTY, output.columns, output.rows);
input.on('data', function (data) {
  output.write('heard ' + data);
  input.destroy();
});
input.on('close', function () { console.log('closed'); });
console.log('ready');
