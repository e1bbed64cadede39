// The place, the source, the stack, and `exit` with its code.
process.on('exit', function (code) { console.log('exit', code); });
function fail(what) {
  throw new Error('cannot ' + what);
}
setTimeout(function () {
  fail('go on');
}, 1);
