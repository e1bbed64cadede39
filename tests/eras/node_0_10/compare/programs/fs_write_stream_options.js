// Write streams with every option: their events and callbacks, the file, and what they are when all is over.
var fs = require('fs');
var folder = require('./lib/folder');
var cases = [
  ['f', {}], ['f', null], ['f', 'binary'], ['f', { flags: 'a' }], ['f', { flags: 'r+', start: 3 }], ['f', { start: 3 }], ['f', { start: -1 }],
  ['f', { start: '3' }], ['nope/x'], ['nope/x', { autoClose: false }], ['f', { mode: 0600 }], ['f', { fd: 'open' }], ['.'], ['f', { flags: 'wx' }],
  ['f', { flags: 'nope' }], [null, { fd: 'open' }], ['f', { encoding: 'hex' }], ['f', { fd: 999 }], ['f', { highWaterMark: 2 }],
];
(function next() {
  if (!cases.length) return;
  var given = cases.shift();
  var name = JSON.stringify(given);
  if (fs.existsSync('f')) fs.unlinkSync('f');
  fs.writeFileSync('f', '0123456789');
  if (given[1] && given[1].fd === 'open') given[1].fd = fs.openSync('f', 'r+');
  try {
    var stream = fs.createWriteStream.apply(fs, given);
  } catch (error) {
    console.log(name, folder.show(error));
    return next();
  }
  var events = [];
  ['open', 'finish', 'close', 'error', 'drain'].forEach(function (event) {
    stream.on(event, function (error) { events.push(event + (error instanceof Error ? ' ' + folder.show(error) : '')); });
  });
  events.push(stream.write('ab', function (error) { events.push('written ' + (error && error.message)); }));
  events.push(stream.write(new Buffer('cd')), stream.write('6566', 'hex'), stream.end('!', function () { events.push('ended'); }));
  var over = false;
  function finished() {
    if (over) return;
    over = true;
    setTimeout(function () {
      console.log(name, events.join(), stream.pos, stream.destroyed, stream.closed, typeof stream.fd, stream.start, stream.bytesWritten);
      console.log(fs.readFileSync('f', 'utf8'), (fs.statSync('f').mode & 0777).toString(8));
      stream.destroySoon();
      stream.close(function () { console.log('closed again'); });
      setTimeout(next, 5);
    }, 10);
  }
  stream.on('close', finished);
  stream.on('error', finished);
})();
