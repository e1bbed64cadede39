// An error in the listener for errors.
process.on('uncaughtException', function (error) {
  console.log('caught', error.message);
  throw new Error('again');
});
throw new Error('first');
