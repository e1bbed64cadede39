var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var EventEmitter = require('events').EventEmitter, stream = require('stream'), util = require('util');
var Readable = stream.Readable, Writable = stream.Writable, Duplex = stream.Duplex, Transform = stream.Transform;

/** A source of `chunks`. */
function source(chunks, options) {
  var made = new Readable(options);
  made._read = function () { made.push(chunks.length ? chunks.shift() : null); };
  return made;
}

/** A sink that notes in its `seen` what it was given; `done` by `write`'s callback at once. */
function sink(options) {
  var made = new Writable(options);
  made.seen = [];
  made._write = function (chunk, encoding, callback) {
    made.seen.push(Buffer.isBuffer(chunk) ? String(chunk) : chunk);
    callback();
  };
  return made;
}

function collect(readable, done) {
  var seen = [];
  readable.on('data', function (chunk) { seen.push(Buffer.isBuffer(chunk) ? 'Buffer ' + chunk : chunk); });
  readable.on('end', function () { done(seen); });
}

check('stream Stream', function (done) {
  done(stream === stream.Stream, new stream() instanceof EventEmitter, new Readable() instanceof stream);
});
check('stream Readable', function (done) {
  var made = new Readable();
  done(made instanceof Readable, Readable() instanceof Readable, made.readable, thrown(function () { made.read(); }));
  made.on('error', function () {});
});
check('stream Writable', function (done) {
  done(new Writable() instanceof Writable, Writable() instanceof stream, new Writable().writable);
});
check('stream Duplex', function (done) {
  var made = new Duplex();
  done(made instanceof Readable, made instanceof Writable, Duplex() instanceof Duplex, made.readable, made.writable);
});
check('stream Transform', function (done) { done(new Transform() instanceof Duplex, Transform() instanceof Transform); });
check('stream PassThrough', function (done) {
  var made = new stream.PassThrough();
  made.end('as it is');
  collect(made, function (seen) { done(seen, made instanceof Transform, stream.PassThrough() instanceof stream.PassThrough); });
});

check('stream.Stream pipe(destination, options)', function (done) {
  var old = new stream(), into = sink(), log = [];
  old.pause = function () { log.push('pause'); };
  old.readable = true;
  note(log, into, 'finish');
  into.on('finish', function () { done(log, into.seen); });
  old.pipe(into);
  old.emit('data', 'x');
  old.emit('end');
});

check('stream.Readable event readable()', function (done) {
  var made = source(['a']);
  made.once('readable', function () { done(arguments.length, String(made.read())); });
});
check('stream.Readable event data(chunk)', function (done) {
  source(['a', 'b']).on('data', function (chunk) { if (String(chunk) === 'b') done(arguments.length, chunk); });
});
check('stream.Readable event end()', function (done) {
  var made = source(['a']);
  made.on('end', function () { done(arguments.length); });
  made.resume();
});
check('stream.Readable event end that waits for a reader', function (done) {
  var made = source(['a']), log = [];
  note(log, made, 'end');
  setTimeout(function () {
    made.on('end', function () { done(log); });
    log.push('reading');
    made.resume();
  }, 10);
});
check('stream.Readable event close()', function (done) {
  var made = source([]);
  made.on('close', function () { done(arguments.length); });
  made.emit('close');
});
check('stream.Readable event error(error)', function (done) {
  var made = source([{}]);
  made.on('error', function (error) { done(arguments.length, String(error)); });
  made.read();
});
check('stream.Readable read()', function (done) {
  var made = source(['ab', 'cd']), seen = [];
  made.on('readable', function () {
    var chunk;
    while ((chunk = made.read()) !== null) seen.push(String(chunk));
  });
  made.on('end', function () { done(seen); });
});
check('stream.Readable read(size)', function (done) {
  var made = source(['abcdef']);
  made.once('readable', function () { done(String(made.read(2)), made.read(100), String(made.read(4)), made.read(0)); });
});
check('stream.Readable setEncoding(encoding)', function (done) {
  var made = source([new Buffer([0xe2, 0x82]), new Buffer([0xac])]);
  made.setEncoding('utf8');
  collect(made, done);
});
check('stream.Readable resume()', function (done) {
  var chunks = ['a', 'b'], made = source(chunks);
  made.on('end', function () { done('discarded', chunks); });
  made.resume();
});
check('stream.Readable pause()', function (done) {
  var made = source(['a', 'b']), log = [];
  made.on('data', function (chunk) {
    log.push(String(chunk));
    made.pause();
    setTimeout(function () {
      log.push('resume');
      made.resume();
    }, 0);
  });
  made.on('end', function () { done(log); });
});
check('stream.Readable pipe(destination)', function (done) {
  var into = sink(), from = source(['a', 'b']);
  into.on('finish', function () { done(into.seen, from.pipe.length); });
  if (from.pipe(into) !== into) throw new Error('pipe returns its destination');
});
check('stream.Readable pipe(destination, {end: false})', function (done) {
  var into = sink(), from = source(['a']), log = [];
  note(log, into, 'finish');
  from.pipe(into, {end: false});
  from.on('end', function () { setTimeout(function () { done(into.seen, log); }, 0); });
});
check('stream.Readable unpipe(destination)', function (done) {
  var one = sink(), two = sink(), from = source(['a']);
  from.pipe(one);
  from.pipe(two);
  var given = from.unpipe(one);
  two.on('finish', function () { done(given === from, one.seen, two.seen); });
});
check('stream.Readable unpipe()', function (done) {
  var one = sink(), from = source(['a']);
  from.pipe(one);
  from.unpipe();
  collect(from, function (seen) { done(one.seen, seen); });
});
check('stream.Readable unshift(chunk)', function (done) {
  var made = source(['bc']);
  made.once('readable', function () {
    made.unshift(new Buffer('a'));
    done(String(made.read()));
  });
});
check('stream.Readable wrap(stream)', function (done) {
  var old = new EventEmitter(), log = [];
  old.pause = function () { log.push('pause'); };
  old.resume = function () { log.push('resume'); };
  var made = new Readable({highWaterMark: 1}).wrap(old);
  collect(made, function (seen) { done(made instanceof Readable, seen, log); });
  old.emit('data', new Buffer('a'));
  old.emit('data', new Buffer('b'));
  old.emit('end');
});
check('stream.Readable push(chunk)', function (done) {
  var made = new Readable({highWaterMark: 3});
  made._read = function () {};
  var given = [made.push('ab'), made.push(new Buffer('cd')), made.push(null)];
  collect(made, function (seen) { done(given, seen); });
});
check('stream.Readable push(chunk, encoding)', function (done) {
  var made = new Readable();
  made._read = function () {};
  made.push('6162', 'hex');
  made.push(null);
  collect(made, done);
});
check('stream.Readable _read(size)', function (done) {
  var made = new Readable({highWaterMark: 7}), sizes = [];
  made._read = function (size) {
    sizes.push(size);
    made.push(null);
  };
  collect(made, function (seen) { done(sizes, seen); });
});
check('stream.Readable _read of a subclass', function (done) {
  function Counter() { Readable.call(this); this.count = 0; }
  util.inherits(Counter, Readable);
  Counter.prototype._read = function () { this.push(this.count < 3 ? String(this.count++) : null); };
  collect(new Counter(), done);
});
check('stream.Readable option highWaterMark', function (done) {
  var asked = 0, made = new Readable({highWaterMark: 2});
  made._read = function () {
    asked += 1;
    made.push('x');
  };
  made.read(0);
  setTimeout(function () { done(asked, made._readableState.highWaterMark, new Readable()._readableState.highWaterMark); }, 5);
});
check('stream.Readable option encoding', function (done) { collect(source([new Buffer('ab')], {encoding: 'hex'}), done); });
check('stream.Readable option objectMode', function (done) { collect(source([{a: 1}, 'text', 0], {objectMode: true}), done); });

check('stream.Writable write(chunk)', function (done) {
  var made = sink();
  done(made.write('a'), made.write(new Buffer('b')), made.seen);
});
check('stream.Writable write(chunk, encoding, callback)', function (done) {
  var made = sink();
  made.write('6162', 'hex', function () { done(arguments.length, made.seen); });
});
check('stream.Writable write() past the high water mark', function (done) {
  var made = sink({highWaterMark: 3});
  done(made.write('ab'), made.write('abc'));
});
check('stream.Writable end()', function (done) {
  var made = sink(), log = [];
  note(log, made, 'finish');
  made.on('finish', function () { done(log, made.seen); });
  made.end();
});
check('stream.Writable end(chunk, encoding, callback)', function (done) {
  var made = sink();
  made.end('6162', 'hex', function () { done(arguments.length, made.seen); });
});
check('stream.Writable end() and a write after it', function (done) {
  var made = sink();
  made.on('error', function (error) { done(String(error)); });
  made.end();
  made.write('x');
});
check('stream.Writable event drain()', function (done) {
  var made = new Writable({highWaterMark: 1});
  made._write = function (chunk, encoding, callback) { setTimeout(callback, 0); };
  made.on('drain', function () { done(arguments.length); });
  made.write('ab');
});
check('stream.Writable event finish()', function (done) {
  var made = sink();
  made.on('finish', function () { done(arguments.length, made.seen); });
  made.write('a');
  made.end('b');
});
check('stream.Writable event pipe(src)', function (done) {
  var made = sink(), from = source([]);
  made.on('pipe', function (src) { done(arguments.length, src === from); });
  from.pipe(made);
});
check('stream.Writable event unpipe(src)', function (done) {
  var made = sink(), from = source([]);
  made.on('unpipe', function (src) { done(arguments.length, src === from); });
  from.pipe(made);
  from.unpipe(made);
});
check('stream.Writable event error(error)', function (done) {
  var made = new Writable();
  made._write = function (chunk, encoding, callback) { callback(new Error('no room')); };
  made.on('error', function (error) { done(arguments.length, error.message); });
  made.write('x');
});
check('stream.Writable _write(chunk, encoding, callback)', function (done) {
  var made = new Writable();
  made._write = function (chunk, encoding, callback) {
    callback();
    done(arguments.length, chunk, encoding, typeof callback);
  };
  made.write('\u00fc');
});
check('stream.Writable option highWaterMark', function (done) {
  done(new Writable({highWaterMark: 5})._writableState.highWaterMark, new Writable()._writableState.highWaterMark);
});
check('stream.Writable option decodeStrings', function (done) {
  var made = new Writable({decodeStrings: false});
  made._write = function (chunk, encoding, callback) { done(chunk, encoding); };
  made.write('ab', 'ascii');
});
check('stream.Writable option objectMode', function (done) {
  var made = sink({objectMode: true});
  made.write({a: 1});
  made.write(0);
  done(made.seen);
});

check('stream.Duplex option allowHalfOpen', function (done) {
  function ends(options, then) {
    var made = new Duplex(options), log = [];
    made._read = function () { made.push(null); };
    made._write = function (chunk, encoding, callback) { callback(); };
    note(log, made, 'finish');
    made.on('end', function () { setTimeout(function () { then(log); }, 0); });
    made.resume();
  }
  ends({allowHalfOpen: false}, function (closed) { ends({}, function (open) { done(closed, open); }); });
});
check('stream.Duplex write(chunk) here, read() there', function (done) {
  var made = new Duplex(), log = [], out = ['out', null];
  made._read = function () { made.push(out.shift()); };
  made._write = function (chunk, encoding, callback) {
    log.push(String(chunk));
    callback();
  };
  made.write('in');
  collect(made, function (seen) { done(log, seen); });
});
check('stream.Transform _transform(chunk, encoding, callback)', function (done) {
  var made = new Transform(), given = [];
  made._transform = function (chunk, encoding, callback) {
    given.push(arguments.length, encoding);
    this.push(String(chunk).toUpperCase());
    callback(null, '!');
  };
  made.end('quiet');
  collect(made, function (seen) { done(given, seen); });
});
check('stream.Transform _transform that fails', function (done) {
  var made = new Transform();
  made._transform = function (chunk, encoding, callback) { callback(new Error('cannot')); };
  made.on('error', function (error) { done(error.message); });
  made.write('x');
});
check('stream.Transform _flush(callback)', function (done) {
  var made = new Transform();
  made._transform = function (chunk, encoding, callback) { callback(null, chunk); };
  made._flush = function (callback) {
    this.push('the end');
    callback();
  };
  made.end('x');
  collect(made, done);
});
check('stream.Transform event finish() and end()', function (done) {
  var made = new stream.PassThrough(), log = [];
  note(log, made, 'finish end');
  made.on('end', function () { done(log); });
  made.resume();
  made.end('x');
});
