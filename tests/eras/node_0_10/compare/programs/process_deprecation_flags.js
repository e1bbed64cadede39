// What is deprecated is told once for each thing; flags of the process silence it, trace it or make it an error.
var spawn = require('child_process').spawn;

if (process.argv[2] === 'use') {
  var server = require('net').createServer();
  server.connections;
  server.connections;
  require('http').createClient(1, 'x');
  console.log('used');
  return;
}

var flags = [[], ['--no-deprecation'], ['--trace-deprecation'], ['--throw-deprecation']];
(function next() {
  var flag = flags.shift();
  if (!flag) return;
  var child = spawn(process.execPath, flag.concat(__filename, 'use')), told = '', printed = '';
  child.stdout.on('data', function (chunk) { printed += chunk; });
  child.stderr.on('data', function (chunk) { told += chunk; });
  child.on('close', function (code) {
    console.log(flag, code, JSON.stringify(printed));
    told.split('\n').forEach(function (line) { if (/^\w.*(Use|Error)/.test(line)) console.log('  ' + line); });
    next();
  });
})();
