// What is shown above an error that nobody listens for says so, whoever made the error.
var EventEmitter = require('events').EventEmitter;

if (process.argv[2] === 'own') return new EventEmitter().emit('error', new Error('made here'));
if (process.argv[2] === 'system') return require('net').connect('/of/nobody');

['own', 'system'].reduceRight(function (next, kind) {
  return function () {
    require('child_process').execFile(process.execPath, [__filename, kind], function (error, stdout, stderr) {
      console.log(kind, error.code, stderr.split('\n').slice(2, 5).map(function (line) {
        return line.replace(/^.*(Unhandled .*)$/, '$1').replace(/^ *\^ *$/, 'a caret');
      }));
      next();
    });
  };
}, function () {})();
