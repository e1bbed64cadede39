// The ticks of a program that throws wait for its first timer.
process.on('uncaughtException', function (error) { console.log('uncaught', error.message); });
process.nextTick(function () { console.log('tick'); });
setTimeout(function () { console.log('timer'); }, 1);
setImmediate(function () { console.log('immediate'); });
var end = Date.now() + 8;
while (Date.now() < end);
throw new Error('of the program');
