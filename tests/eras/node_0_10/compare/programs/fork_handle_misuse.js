// What cannot be sent along with a message.
var cp = require('child_process');
var net = require('net');
if (process.argv[2]) {
  process.on('message', function (message, handle) {
    console.log('fork', message, handle);
    if (message === 'end') process.disconnect();
  });
} else {
  var fork = cp.fork(__filename, ['child']);
  [{}, [], 5, 'text', true, process, new net.Socket(), function () {}].forEach(function (handle, index) {
    try {
      console.log(index, fork.send(index, handle));
    } catch (error) { console.log(index, error.name, error.message); }
  });
  [undefined, null, 0, '', false].forEach(function (handle) { console.log(fork.send('nothing', handle)); });
  console.log(fork.send('waits'), fork.send('end'));
  try {
    fork.send('waits', {});
  } catch (error) { console.log(error.name, error.message); }
  fork.on('exit', function (code) {
    console.log('exit', code, fork.connected);
    fork.on('error', function (error) { console.log('error', error.message); });
    console.log(fork.send('late'), fork.send('late', {}), fork.disconnect());
  });
}
