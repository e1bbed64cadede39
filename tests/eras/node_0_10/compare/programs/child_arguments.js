// Odd arguments and options of `spawn`: what is refused, what is ignored, what becomes text.
var cp = require('child_process');
var child = require('./lib/child');
var script = ['-c', 'echo out; echo err >&2'];
var calls = {
  text: ['echo', '-l'], none: ['echo', null], object: ['echo', { cwd: '/' }], number: ['echo', 5], noOptions: ['pwd', [], null],
  textOptions: ['pwd', [], 'x'], empty: [''], undef: [undefined], mixed: ['echo', [undefined, null, 1, {}, [1, 2], 'é', true, NaN]],
  cut: ['echo', ['a\u0000b']], env: ['/usr/bin/env', [], { env: { A: 1, B: undefined, C: null, D: 'é', E: '', F: [1, 2] } }],
  noEnv: ['/usr/bin/env', [], { env: {} }], listEnv: ['/usr/bin/env', [], { env: ['A=1'] }], path: ['nope', [], { env: { PATH: '/nope' } }],
  cwdRoot: ['pwd', [], { cwd: '/' }], cwdFile: ['pwd', [], { cwd: '/etc/passwd' }], cwdNone: ['pwd', [], { cwd: '/nope' }],
  uidText: ['id', [], { uid: '1' }], uidNegative: ['id', [], { uid: -1 }], uidPart: ['id', [], { uid: 1.5 }], uidNull: ['true', [], { uid: null }],
  stdioFalse: ['sh', script, { stdio: false }], stdioShort: ['sh', script, { stdio: ['ignore'] }], stdioEmpty: ['sh', script, { stdio: [] }],
  stdioMinus: ['sh', script, { stdio: ['ignore', -1, 'pipe'] }], stdioNumber: ['sh', script, { stdio: 5 }],
  stdioWord: ['sh', script, { stdio: ['ignore', 'inherit', 'pipe'] }], customFds: ['sh', script, { customFds: [-1, -1, -1] }],
};
child.steps(Object.keys(calls).map(function (name) {
  return function (next) {
    try {
      child.follow(name, cp.spawn.apply(cp, calls[name]), next);
    } catch (error) {
      console.log(name, error.name, error.message);
      next();
    }
  };
}));
