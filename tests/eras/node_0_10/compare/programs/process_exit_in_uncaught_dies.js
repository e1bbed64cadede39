// Who hears of what a listener of `exit` throws may leave with a code of his own.
process.on('exit', function (code) {
  console.log('exit', code);
  throw new Error('while leaving');
});
process.on('uncaughtException', function (error) {
  console.log('uncaught', error.message);
  process.exit(5);
});
