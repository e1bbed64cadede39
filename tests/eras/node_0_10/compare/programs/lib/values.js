// Values of every kind, for programs that print them.
var util = require('util');

var circ = {a: 1};
circ.self = circ;
circ.arr = [circ];
var named = function named(a, b) {};
named.x = 1;
named.y = 's';
var rx = /a\/b/gi;
rx.foo = 1;
var dated = new Date(0);
dated.foo = 1;
var arrx = [1, 2, 3];
arrx.foo = 'bar';
arrx[-1] = 5;
var err2 = new TypeError('x');
err2.code = 'E';
err2.n = 5;
function F() {}
F.prototype.m = function () {};
function CE() { this.name = 'CE'; this.message = 'hm'; }
CE.prototype = new Error();
function Args() { return arguments; }

module.exports = {
  util: util, I: util.inspect, circ: circ, fp: named, fp2: function () {}, rx: rx, dt: new Date(0), dt2: dated, arrx: arrx,
  err: new Error('boom'), err2: err2, err3: new Error(), F: F, CE: CE, args: Args(1, 'b', {c: 3}),
  deep: {a: {b: {c: {d: {e: 1}}}}}, holes: [1, , 3, , , ], holes2: new Array(5),
  gs: {get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {}},
  ci: {inspect: function (depth) { return 'CI' + depth + arguments.length + typeof arguments[1]; }},
  nonEnum: Object.create({}, {h: {value: 1, enumerable: false}, v: {value: 2, enumerable: true}})
};
