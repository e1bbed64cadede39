// Standard input that is empty: it ends once it is read, and keeps nobody waiting before.
console.log(process.stdin.readable, process.stdin.fd, process.stdin.isTTY, typeof process.stdin.pipe);
process.stdin.setEncoding('utf8');
process.stdin.on('data', function (text) { console.log('data', text); });
process.stdin.on('end', function () { console.log('end'); });
process.stdin.resume();
