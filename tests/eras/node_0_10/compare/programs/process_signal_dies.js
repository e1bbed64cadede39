// Once the last listener is gone a signal ends the process.
function listener() { console.log('heard'); process.removeListener('SIGTERM', listener); process.kill(process.pid); }
process.on('SIGTERM', listener);
process.on('exit', function () { console.log('no exit event'); });
setTimeout(function () { console.log('too late'); process.exit(1); }, 5000);
process.kill(process.pid, 'SIGTERM');
