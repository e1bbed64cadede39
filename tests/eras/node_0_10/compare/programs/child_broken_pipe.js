// A child takes over that a write to nobody is an error, and not a signal that it dies of.
var childProcess = require('child_process');

childProcess.exec('yes | head -1', function (error, stdout, stderr) {
  console.log(error, stdout.trim(), '|', stderr.trim());
  var child = childProcess.spawn('yes');
  child.stdout.once('data', function (data) {
    console.log(data.length > 0);
    child.stdout.destroy();
  });
  child.on('close', function (code, signal) { console.log('close', code, signal); });
});
