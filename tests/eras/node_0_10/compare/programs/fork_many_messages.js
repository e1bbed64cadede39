// Thousands of messages in order, with line ends and every kind of text, just before the fork exits.
var cp = require('child_process');
var TEXT = 'é\u2028\n"\\\u0000\ud835\udcb3\r';
if (process.argv[2]) {
  for (var i = 0; i < 3000; i++) if (process.send({ i: i, text: TEXT }) !== true) console.log('full at', i);
  process.exit(3);
}
var fork = cp.fork(__filename, ['child'], { silent: true });
var count = 0, inOrder = true, output = '';
fork.on('message', function (message) {
  inOrder = inOrder && message.i === count && message.text === TEXT;
  count++;
});
fork.stdout.on('data', function (piece) { output += piece; });
fork.on('close', function (code, signal) { console.log(count, inOrder, JSON.stringify(output), code, signal); });
