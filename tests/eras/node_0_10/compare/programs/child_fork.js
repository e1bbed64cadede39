// A fork of this very program, and messages both ways.
var cp = require('child_process');
var child = require('./lib/child');
if (process.send) {
  console.log('child', process.argv.slice(2), process.connected, typeof process.disconnect, 'NODE_CHANNEL_FD' in process.env);
  process.on('message', function (message) {
    console.log('child got', message);
    if (message && message.last) {
      setTimeout(function () {
        process.disconnect();
        console.log('child is connected:', process.connected);
      }, 10);
    } else process.send({ again: message, nothing: undefined, text: 'é\u2028"\n' });
  });
  process.on('disconnect', function () { console.log('child disconnect'); });
  process.on('exit', function () { console.log('child exit'); });
  process.send('hello');
} else {
  var fork = cp.fork(__filename, ['a', 'b'], { silent: true });
  var count = 0;
  console.log(fork.connected, typeof fork.send, typeof fork.disconnect);
  fork.on('message', function (message) {
    console.log('parent got', message);
    if (message === 'hello') {
      fork.send({ n: 1.5, date: new Date(0), list: [1, null, undefined], nested: { deep: true }, f: function () {} });
      fork.send('text');
      fork.send(12);
      fork.send(null);
    } else if (++count === 4) fork.send({ last: true });
  });
  child.follow('fork', fork, function () {
    ['send', 'disconnect'].forEach(function (name) {
      fork.once('error', function (error) { console.log(name, error.message); });
      fork[name]({});
    });
    try { fork.send(); } catch (error) { console.log(error.message); }
  });
}
