// `exit` is told once, with the code; nothing asynchronous happens after it.
process.on('exit', function (code) {
  console.log('exit', code, process._exiting);
  setTimeout(function () { console.log('never'); }, 0);
  process.nextTick(function () { console.log('never'); });
});
setTimeout(function () { console.log('last'); }, 5);
