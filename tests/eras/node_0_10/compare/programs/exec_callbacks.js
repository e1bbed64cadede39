// What the callbacks of `exec` and `execFile` get, to the last member.
var cp = require('child_process');
var child = require('./lib/child');
var calls = [
  ['exec', 'nope_command_x'], ['exec', 'echo out; echo err >&2; exit 3'], ['exec', 'kill -9 $$'], ['exec', 'exec sleep 5', { timeout: 50 }],
  ['exec', 'exec sleep 5', { timeout: 50, killSignal: 'SIGKILL' }], ['exec', 'trap "exit 4" TERM; while :; do sleep 0.05; done', { timeout: 300 }],
  ['exec', 'echo hello world', { maxBuffer: 5 }], ['exec', 'echo hello world >&2', { maxBuffer: 5 }], ['exec', 'echo 012345', { maxBuffer: 7 }],
  ['exec', 'printf "\\351\\303\\251"', { encoding: 'binary' }], ['exec', 'printf "\\303\\251"', { encoding: 'base64' }], ['exec', 'echo é', { encoding: null }],
  ['exec', 'exit 1', { encoding: 'nope' }], ['exec', 'exit 1', { encoding: 'buffer' }], ['exec', 5], ['exec', 'pwd', { cwd: '/' }], ['exec', 'pwd', null],
  ['exec', 'printf "$A"', { env: { A: 'é' } }], ['exec', 'cat <&0; exit 9', { timeout: 80 }], ['execFile', 'echo', ['a', 1, true, null, undefined, {}]],
  ['execFile', 'echo'], ['execFile', 'pwd', { cwd: '/' }], ['execFile', 'pwd', [], { cwd: '/' }], ['execFile', 'sh', ['-c', 'exit 2'], {}],
];
child.steps(calls.map(function (call) {
  return function (next) {
    function done() {
      console.log(call[1], [].map.call(arguments, child.show).join(' '), arguments.length);
      next();
    }
    try {
      cp[call[0]].apply(cp, call.slice(1).concat(done));
    } catch (error) {
      console.log(call[1], error.name, error.message);
      next();
    }
  };
}));
