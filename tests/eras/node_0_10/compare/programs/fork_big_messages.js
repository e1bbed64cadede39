// Messages of a megabyte both ways: what `send` tells in the parent and in the fork, and that all is whole.
var cp = require('child_process');
var big = new Array((1 << 20) + 1).join('é');
if (process.argv[2]) {
  process.on('message', function (message) {
    var told = process.send({ length: message.length, last: message.substr(-1), back: message });
    process.send({ told: told });
    if (message === 'end') setTimeout(function () { process.disconnect(); }, 20);
  });
} else {
  var fork = cp.fork(__filename, ['child']);
  console.log(fork.send('small'), fork.send(big), fork.send(big), fork.send('small'), fork.send('end'));
  fork.on('message', function (message) {
    if ('told' in message) console.log('told', message.told);
    else console.log(message.length, message.last, message.back === big);
  });
  fork.on('disconnect', function () { console.log('disconnect', fork.connected); });
  fork.on('exit', function (code, signal) { console.log('exit', code, signal); });
}
