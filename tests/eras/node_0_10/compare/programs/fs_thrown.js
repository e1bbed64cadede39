// What a callback throws is uncaught; what a call throws can be caught.
var fs = require('fs');
process.on('uncaughtException', function (error) { console.log('uncaught', error.message, error.code); });
try { fs.readFileSync('/no/such'); } catch (error) { console.log(error instanceof Error, error.toString(), error.syscall); }
fs.readFile('/no/such', function (error) {
  console.log(error);
  throw error;
});
