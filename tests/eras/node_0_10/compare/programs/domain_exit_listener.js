// What a bound listener of `exit` throws goes to its domain, and the listeners behind it are not called.
var inside = require('domain').create();
inside.on('error', function (error) { console.log('domain', error.message); });
process.on('exit', inside.bind(function (code) {
  console.log('exit', code, process.domain === inside);
  throw new Error('while leaving');
}));
process.on('exit', function () { console.log('never'); });
