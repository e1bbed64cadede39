// Standard input that nobody reads does not keep a program alive.
process.stdin.on('end', function () { console.log('not told'); });
process.on('exit', function () { console.log('exit'); });
