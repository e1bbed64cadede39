// An error in a tick does not lose the ones after it.
process.on('uncaughtException', function (error) { console.log('caught', error.message); });
process.nextTick(function () { throw new Error('one'); });
process.nextTick(function () { console.log('two'); });
process.nextTick(function () { throw new Error('three'); });
setTimeout(function () { console.log('done'); }, 300);
