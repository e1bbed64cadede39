// A child's environment: the program's own, or another.
var spawn = require('child_process').spawn;
var child = require('./lib/child');
process.env.FROM_PARENT = 'yes';
child.steps([
  function (next) { child.follow('own', spawn('sh', ['-c', 'echo $FROM_PARENT']), next); },
  function (next) { child.follow('other', spawn('/bin/sh', ['-c', 'echo [$FROM_PARENT] $A $B'], { env: { A: 'a b', B: 5 } }), next); },
  function (next) {
    delete process.env.FROM_PARENT;
    child.follow('deleted', spawn('sh', ['-c', 'echo [$FROM_PARENT]']), next);
  },
  function (next) { child.follow('path', spawn('echo', ['x'], { env: { PATH: '/no/such' } }), next); },
]);
