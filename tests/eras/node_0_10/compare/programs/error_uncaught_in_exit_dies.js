// An error while leaving.
process.on('exit', function (code) {
  console.log('exit', code);
  throw new Error('while leaving');
});
