// A module that is not there: first one that is caught and thrown on, then one that nobody catches.
function needs(name) { return require(name); }

try {
  needs('./no-such-file');
} catch (error) {
  console.log(error.code, error.message);
}
process.on('exit', function () { console.log('exit'); });
needs('no-such-package');
