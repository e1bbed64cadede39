// What is refused at once.
var cp = require('child_process');
[
  ['spawn'], ['spawn', 'ls', [], { stdio: 'zork' }], ['spawn', 'ls', [], { stdio: ['zork'] }],
  ['spawn', 'ls', [], { stdio: [{}] }], ['spawn', 'ls', [], { stdio: ['ipc', 'ipc'] }], ['spawn', 'ls', [], { uid: 'x' }],
  ['spawn', 'ls', [], { gid: 'x' }], ['spawn', 5],
].forEach(function (call) {
  var name = call.shift();
  try {
    cp[name].apply(cp, call);
    console.log(name, 'went well');
  } catch (error) { console.log(name, error.name, error.message); }
});
console.log(typeof cp.ChildProcess, typeof cp.fork, typeof cp.execFile);
// What is forked is named by text, whatever it is.
[undefined, null, 5].forEach(function (path) {
  cp.fork(path, [], { silent: true }).on('exit', function (code) { console.log('forked', code); });
});
