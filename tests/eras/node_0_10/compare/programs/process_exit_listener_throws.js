// What a listener of `exit` throws is as uncaught as all else: who handles it keeps the program from failing, and
// `process.exit` from leaving.
process.on('exit', function (code) {
  console.log('exit', code, process._exiting);
  process.nextTick(function () { console.log('tick of exit', code); });
  throw new Error('while leaving with ' + code);
});
process.on('exit', function () { console.log('never'); });
process.on('uncaughtException', function (error) {
  console.log('uncaught', error.message);
  setTimeout(function () { console.log('goes on'); }, 1);
});
process.exit(3);
