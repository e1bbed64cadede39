// exec and execFile: what they collect and how they tell of failure.
var cp = require('child_process');
var child = require('./lib/child');
function told(name, next) {
  return function () {
    console.log(name, [].map.call(arguments, child.show).join(' | ').slice(0, 300));
    next();
  };
}
child.steps([
  function (next) { cp.exec('echo out; echo err >&2', told('both', next)); },
  function (next) { cp.exec('echo out; echo err >&2; exit 3', told('code', next)); },
  function (next) { cp.exec('no-such-program', function (e, out, err) { console.log(e.code, e.killed, e.signal, out, /not found/.test(err)); next(); }); },
  function (next) { cp.exec('kill -TERM $$', told('signal', next)); },
  function (next) { cp.exec('echo $X; pwd', { env: { X: 'x' }, cwd: '/' }, told('options', next)); },
  function (next) { cp.exec('printf "\\303\\251"', { encoding: 'binary' }, told('encoding', next)); },
  function (next) { cp.exec('printf "\\303\\251"', { encoding: 'hex' }, told('encoding', next)); },
  function (next) { cp.exec('exec sleep 20', { timeout: 60 }, told('timeout', next)); },
  function (next) { cp.exec('exec sleep 20', { timeout: 60, killSignal: 'SIGKILL' }, told('timeout', next)); },
  function (next) { cp.exec('exec yes', { maxBuffer: 10 }, function (e) { console.log(e.message, e.code, e.killed); next(); }); },
  function (next) { cp.exec('exec yes >&2', { maxBuffer: 10 }, function (e) { console.log(e.message); next(); }); },
  function (next) { cp.execFile('echo', ['a', 'b'], told('file', next)); },
  function (next) { cp.execFile('pwd', { cwd: '/' }, told('no args', next)); },
  function (next) { cp.execFile('/no/such', function (e, out) { console.log(e.message, e.code, e.errno, e.syscall, out); next(); }); },
  function (next) { cp.execFile('sh', ['-c', 'exit 9'], told('code', next)); },
  function (next) { cp.exec('true').on('exit', function (code, signal) { console.log('no callback', code, signal); next(); }); },
]);
