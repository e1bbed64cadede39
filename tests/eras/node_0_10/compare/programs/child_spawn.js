// Children that end well, badly, by a signal, or are none.
var spawn = require('child_process').spawn;
var child = require('./lib/child');
child.steps([
  function (next) { child.follow('echo', spawn('echo', ['hi', 'there']), next); },
  function (next) { child.follow('code', spawn('sh', ['-c', 'echo out; echo err >&2; exit 7']), next); },
  function (next) { child.follow('signal', spawn('sh', ['-c', 'kill -KILL $$']), next); },
  function (next) { child.follow('file', spawn('/no/such/file'), next); },
  function (next) { child.follow('name', spawn('no-such-program-anywhere', ['x']), next); },
  function (next) { child.follow('folder', spawn('/'), next); },
  function (next) { child.follow('cwd', spawn('pwd', [], { cwd: '/usr' }), next); },
  function (next) { child.follow('bad cwd', spawn('pwd', [], { cwd: '/no/such' }), next); },
  function (next) { child.follow('args', spawn('printf', ['[%s]', 1, true, null, 'é "q" $x', '']), next); },
  function (next) { child.follow('unread', spawn('sh', ['-c', 'echo lost']), next); },
]);
