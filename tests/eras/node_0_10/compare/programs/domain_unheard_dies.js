// A domain that hears no error ends the program, whoever listens to uncaughtException.
var domain = require('domain');
process.on('uncaughtException', function (error) { console.log('uncaught', error.message); });
process.on('exit', function (code) { console.log('exit'); });
domain.create().run(function () {
  setTimeout(function () { throw new Error('nobody hears it'); }, 1);
});
setTimeout(function () { console.log('never'); }, 1000);
