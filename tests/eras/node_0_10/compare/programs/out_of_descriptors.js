// A process that has no descriptors left: what fails, with what, and what becomes of those who connect to its server.
var fs = require('fs'), net = require('net'), http = require('http'), child = require('child_process');

if (process.argv[2] !== 'limited') {
  var limited = child.spawn('sh', ['-c', 'ulimit -n 50; exec "$0" "$@"', process.execPath, __filename, 'limited']);
  limited.stdout.pipe(process.stdout);
  limited.stderr.pipe(process.stderr);
  limited.on('exit', function (code, signal) { console.log('exit', code, signal); });
  return;
}

var server = http.createServer(function (request, response) { response.end('served'); });
server.listen(0, '127.0.0.1', function () {
  var taken = [];
  try {
    for (;;) taken.push(fs.openSync(__filename, 'r'));
  } catch (error) {
    console.log(error.code, error.errno, error.message.replace(__dirname, ''));
  }
  function release(count) { while (count--) fs.closeSync(taken.pop()); }

  fs.readFile(__filename, function (error) {
    console.log('readFile', error.code);
    fs.createReadStream(__filename).on('error', function (error) {
      console.log('stream', error.code);
      net.connect(server.address().port, '127.0.0.1').on('error', function (error) {
        console.log('connect', error.code);
        try { child.spawn('true'); } catch (error) { console.log('spawn', error.code, error.message); }
        release(2);
        turnedAway();
      });
    });
  });

  // There is one for each client, and none for the server.
  function turnedAway() {
    var left = 3;
    for (var i = 0; i < 3; i++) get(function (got) {
      console.log(got);
      if (--left === 0) release(4), get(served);
    });
  }

  function served(got) {
    console.log(got);
    server.close();
  }

  function get(done) {
    http.get({host: '127.0.0.1', port: server.address().port, agent: false}, function (response) {
      response.resume();
      response.on('end', function () { done(response.statusCode); });
    }).on('error', function (error) { done(error.code + ' ' + error.message); });
  }
});
