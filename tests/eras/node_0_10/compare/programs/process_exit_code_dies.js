// `exit` from within a callback, and again from within the listener.
process.on('exit', function (code) {
  console.log('exit', code);
  if (code === 3) process.exit(4);
  console.log('not reached');
});
setTimeout(function () { process.exit(3); console.log('not reached'); }, 1);
setTimeout(function () { console.log('never'); }, 50);
