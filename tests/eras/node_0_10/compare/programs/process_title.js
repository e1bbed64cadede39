// The title that lists of processes show.
var exec = require('child_process').exec;

var TITLES = ['my-server', 'a server with a long name', 'h\u00e9llo'];
(function next() {
  var title = TITLES.shift();
  if (!title) return;
  process.title = title;
  exec('ps -o comm= -p ' + process.pid + '; ps -ww -o args= -p ' + process.pid, function (error, stdout) {
    console.log(JSON.stringify(process.title), stdout.trim().split(/ *\n/).slice(0, 2));
    next();
  });
})();
