// What console prints of every kind of value, marks and quotes among them; detached methods; assertions.
function show(f) { try { f(); } catch (error) { console.log(error.name + ': ' + error.message); } }

console.log();
console.log('');
console.log('%s is %d years', 'Bob', 42, 'old');
console.log({a: 1}, [1], 'a\nb', undefined, null, -0, [-0]);
console.info('i');
console.error('e %j', {a: 1});
console.warn('w', [1, 2]);
console.dir({a: {b: {c: {d: 1}}}});
console.dir('x');
console.dir();
show(function () { console.timeEnd('nope'); });
show(function () { console.assert(false, 'm %s', 5); });
show(function () { console.assert(0); });
console.assert(true, 'no');
console.log(Object.keys(console).join(), typeof console.Console, console.table, console.group, console.debug);
var log = console.log;
log('detached');
[1, 2].forEach(console.log);
console.log('%d%%', 50);
console.log('100%', 'x');
console.log('%c styled', 'css');
console.log(function foo() {}, [function () {}], Object.create({a: 1}), new Date(0), [new Date(0)], /a/g, [/b/]);
console.log("it's", 'a"b', ["it's", 'a"b', '\\']);
console.log([undefined, null, NaN, true], new (function Foo() { this.a = 1; })(), Infinity, 1e21, 0xff, [[]], {}, [{}]);
console.log(new Error('abc').toString(), [new Error('in')], new Error('x').message);
console.log(new Uint8Array([1, 2]), new ArrayBuffer(2), new DataView(new ArrayBuffer(1)), new Float32Array(new ArrayBuffer(8), 4));
var Emitter = require('events').EventEmitter;
function Mine() { Emitter.call(this); this.name = 'mine'; }
require('util').inherits(Mine, Emitter);
var mine = new Mine();
console.log(mine, new Emitter());
mine.on('a', function () {}).once('b', function () {}).on('a', function named() {});
console.log(mine);
function T() { Error.captureStackTrace(this, T); this.message = 'tm'; }
T.prototype = new Error();
T.prototype.name = 'T';
var thrown = new T();
console.log(thrown.stack.split('\n')[0], '' + thrown, thrown);
console.log(new Buffer('abc'), [new Buffer('d')], {b: new Buffer(0)}, require('util').inspect(new Buffer(60).fill(1)));
