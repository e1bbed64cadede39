// A code that is text.
process.on('exit', function (code) { console.log(typeof code, code); });
process.exit('12');
