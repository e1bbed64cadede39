// A logger that rotates its files by size, gzips the old ones, and reads everything back in order.
var fs = require('fs'), path = require('path'), os = require('os'), zlib = require('zlib'), util = require('util');

var dir = path.join(os.tmpDir(), 'rotate-' + process.pid);
fs.mkdirSync(dir);

function Logger(dir, limit) { this.dir = dir; this.limit = limit; this.n = 0; this.open(); }
Logger.prototype.open = function () {
  this.file = path.join(this.dir, 'log.' + this.n++);
  this.stream = fs.createWriteStream(this.file, {flags: 'a', mode: parseInt('640', 8)});
  this.size = 0;
};
Logger.prototype.log = function () {
  var line = util.format.apply(util, arguments) + '\n';
  this.stream.write(line);
  if ((this.size += Buffer.byteLength(line)) >= this.limit) this.rotate();
};
Logger.prototype.rotate = function () {
  var file = this.file, self = this;
  this.pending = (this.pending || 0) + 1;
  this.stream.end(function () {
    fs.createReadStream(file).pipe(zlib.createGzip()).pipe(fs.createWriteStream(file + '.gz')).on('close', function () {
      fs.unlink(file, function (err) {
        if (err) throw err;
        if (!--self.pending && self.onidle) self.onidle();
      });
    });
  });
  this.open();
};

var logger = new Logger(dir, 1000);
for (var i = 0; i < 100; i++) logger.log('%d: %s %j', i, new Array(i % 20).join('\u00e4'), {i: i, even: i % 2 === 0});
logger.onidle = function () {
  logger.stream.end(function () {
    var files = fs.readdirSync(dir).sort(function (a, b) { return a.split('.')[1] - b.split('.')[1]; });
    console.log(files);
    console.log(fs.statSync(logger.file).mode.toString(8), fs.statSync(logger.file).size);
    var all = '';
    (function next() {
      var name = files.shift();
      if (!name) {
        var lines = all.trim().split('\n');
        console.log(lines.length, lines[0], lines[99]);
        console.log(lines.every(function (line, i) { return line.split(':')[0] === String(i); }));
        return fs.rmdir(dir, function (err) { console.log('removed', err); });
      }
      var stream = fs.createReadStream(path.join(dir, name));
      if (/gz$/.test(name)) stream = stream.pipe(zlib.createGunzip());
      stream.setEncoding('utf8');
      stream.on('data', function (text) { all += text; });
      stream.on('end', function () { fs.unlinkSync(path.join(dir, name)); next(); });
    })();
  });
};
