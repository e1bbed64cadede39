// Signals are events; without a listener they do what they always did.
process.on('SIGUSR2', function () {
  console.log('SIGUSR2', arguments.length);
  process.kill(process.pid, 'SIGHUP');
});
process.once('SIGHUP', function () {
  console.log('SIGHUP', process.listeners('SIGHUP').length);
  clearTimeout(alive);
});
var alive = setTimeout(function () { console.log('too late'); }, 5000);
process.kill(process.pid, 'SIGUSR2');
console.log('sent');
