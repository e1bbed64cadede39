// Read streams with every option: their events, their data, and what they are when all is over.
var fs = require('fs');
var folder = require('./lib/folder');
var options = [
  { start: 2, end: 5 }, { start: 2 }, { end: 5 }, { start: 0, end: 0 }, { start: 20 }, { start: 5, end: 2 }, { start: '2' }, { start: 2, end: '5' },
  { encoding: 'base64' }, { encoding: 'hex', start: 1, end: 3 }, 'utf8', null, undefined, { highWaterMark: 3 }, { bufferSize: 3 }, { autoClose: false },
  { flags: 'r+' }, { flags: 'w+' }, { mode: 0600 }, { fd: 'open' }, { fd: 'open', autoClose: false }, { fd: 'open', start: 3 }, { fd: 999 },
  { flags: 'nope' }, { encoding: 'nope' }, 'missing', 'missing, kept', 'folder',
];
(function next() {
  if (!options.length) return;
  var given = options.shift();
  var name = JSON.stringify(given);
  fs.writeFileSync('f', '0123456789');
  if (given && given.fd === 'open') given.fd = fs.openSync('f', 'r');
  var path = /missing/.test(given) ? 'nope' : given === 'folder' ? '.' : 'f';
  if (given === 'missing, kept') given = { autoClose: false };
  try {
    var stream = fs.createReadStream(path, given);
  } catch (error) {
    console.log(name, folder.show(error));
    return next();
  }
  var events = [], data = [];
  ['open', 'end', 'close', 'error'].forEach(function (event) {
    stream.on(event, function (error) { events.push(event + (error instanceof Error ? ' ' + folder.show(error) : '')); });
  });
  stream.on('data', function (piece) { data.push(typeof piece === 'string' ? JSON.stringify(piece) : String(piece)); });
  var last = given && given.autoClose === false && path === 'f' ? 'end' : path === 'f' && !(given && given.fd === 999) ? 'close' : 'error';
  stream.on(last, function () {
    setTimeout(function () {
      console.log(name, events.join(), data.join('|'), stream.destroyed, stream.closed, typeof stream.fd, stream.start, stream.end, stream.autoClose);
      next();
    }, 5);
  });
})();
