// What a callback was told and throws on is shown where it is thrown, not where it was made.
function Wrapped(message) { this.message = message; this.stack = 'Wrapped: ' + message + ' in its own words'; }
try { throw 'caught'; } catch (ignored) { console.log(ignored); }
require('fs').readFile('/nowhere/at/all', function (err) {
  process.on('exit', function () {
    try { throw new Wrapped('x'); } catch (e) { console.log(e.stack); }
  });
  if (err) throw err;
});
