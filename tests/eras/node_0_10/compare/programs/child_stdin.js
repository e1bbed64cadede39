// Writing to a child, and pipes from and to it.
var spawn = require('child_process').spawn;
var child = require('./lib/child');
child.steps([
  function (next) {
    var cat = child.follow('cat', spawn('cat'), next);
    console.log(cat.stdin.writable, cat.stdin.readable, cat.stdout.writable, cat.stdout.readable);
    cat.stdin.write('one ');
    cat.stdin.write(new Buffer('two '));
    cat.stdin.end('74687265650a', 'hex');
  },
  function (next) {
    var first = spawn('echo', ['b\na\nc']);
    var sort = child.follow('sort', spawn('sort'), next);
    first.stdout.pipe(sort.stdin);
  },
  function (next) {
    var wc = child.follow('much', spawn('wc', ['-c']), next);
    for (var i = 0; i < 20; i++) wc.stdin.write(new Array(10001).join('0123456789'));
    wc.stdin.end();
  },
  function (next) {
    var echo = spawn('cat');
    echo.stdout.setEncoding('utf8');
    echo.stdout.on('data', function (text) { console.log('got', text); echo.stdin.end(); });
    echo.stdout.on('end', function () { console.log('stdout ended'); });
    echo.on('close', next);
    echo.stdin.write('shout\n');
  },
]);
