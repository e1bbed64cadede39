// It cannot be closed.
process.stdout.on('error', function (error) { console.log('error', error.message); });
process.stdout.end('bye\n');
setTimeout(function () { process.exit(3); }, 5);
