// The standard streams, and a pipe that must not end them.
var stream = require('stream');
var source = new stream.PassThrough();
source.pipe(process.stdout);
source.on('end', function () {
  process.nextTick(function () {
    console.log('still open', process.stdout.writable);
    console.log(process.stdout.write('with a callback\n', function () { console.log('written', arguments.length); }));
  });
});
source.write('one\n');
source.end(new Buffer('two\n'));
process.stdout.write('68656c6c6f0a', 'hex');
process.stderr.write('to stderr\n');
