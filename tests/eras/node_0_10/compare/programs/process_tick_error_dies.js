// What is no function fails when its tick comes.
process.on('exit', function (code) { console.log('exit', code); });
process.nextTick('no function');
console.log('still here');
