// Where the outermost domain throws as well, the program ends by the first error, and `uncaughtException` is not told.
var domain = require('domain');

process.on('exit', function (code) { console.log('exit', code); });
process.on('uncaughtException', function (error) { console.log('uncaught', error.message); });

var outer = domain.create(), inner = domain.create();
outer.on('error', function (error) { console.log('outer', error.message); throw new Error('of the outer one'); });
inner.on('error', function (error) { console.log('inner', error.message); throw new Error('of the inner one'); });

setTimeout(function () {
  outer.run(function () {
    inner.run(function () { throw new Error('first'); });
  });
}, 1);
