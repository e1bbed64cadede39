// format with each mark and each kind of argument, too few and too many.
var tell = require('./lib/tell');
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

tell.using({
  util: util, I: util.inspect, circ: circ, fp: named, fp2: function () {}, rx: rx, dt: new Date(0), dt2: dated, arrx: arrx,
  err: new Error('boom'), err2: err2, err3: new Error(), F: F, CE: CE, args: Args(1, 'b', {c: 3}),
  deep: {a: {b: {c: {d: {e: 1}}}}}, holes: [1, , 3, , , ], holes2: new Array(5),
  gs: {get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {}},
  ci: {inspect: function (depth) { return 'CI' + depth + arguments.length + typeof arguments[1]; }},
  nonEnum: Object.create({}, {h: {value: 1, enumerable: false}, v: {value: 2, enumerable: true}})
}).each([
  'util.format()',
  'util.format("a")',
  'util.format("%s")',
  'util.format("%s","a","b")',
  'util.format("%d","5")',
  'util.format("%d","x")',
  'util.format("%d",{})',
  'util.format("%d",null)',
  'util.format("%d")',
  'util.format("%d",-0)',
  'util.format("%i",5)',
  'util.format("%f",5)',
  'util.format("%j",{a:1})',
  'util.format("%j",circ)',
  'util.format("%j",undefined)',
  'util.format("%j")',
  'util.format("%%")',
  'util.format("%%","x")',
  'util.format("%%s","x")',
  'util.format("%s%%","x")',
  'util.format("%","x")',
  'util.format("%x",1)',
  'util.format("a",{b:1})',
  'util.format("a","b")',
  'util.format("a",null,undefined)',
  'util.format("a",[1],function(){})',
  'util.format({a:1})',
  'util.format({a:1},"b")',
  'util.format(null,"b")',
  'util.format(1,2,"3")',
  'util.format("%s",null)',
  'util.format("%s",undefined)',
  'util.format("%s",{a:1})',
  'util.format("%s",[1,[2]])',
  'util.format("%s",function(){return 1})',
  'util.format("%s",{toString:function(){return "ts"}})',
  'util.format("%s",Object.create(null))',
  'util.format("%s",-0)',
  'util.format("%s","%s","x")',
  'util.format("%s:%s","a")',
  'util.format("a",deep)',
  'util.format("%s",err).split("\\n")[0]',
  'util.format(err).split("\\n")[0]',
  'util.format("x",err2)',
  'util.format("%j","a")',
  'util.format("%j",new Date(0))',
  'util.format("%j",function(){})',
  'util.format("%s %d %j %%","a",1,{})',
  'util.format("%s",new Date(0))',
  'util.format(new Date(0))',
  'util.format("x",new Date(0))',
  'util.format("x",/r/)',
  'util.format("x",true,5)',
  'util.format("")',
  'util.format("","")',
  'util.format("",1)',
  'util.format(undefined)',
  'util.format("%s",new Buffer("é"))',
  'util.format("x",new Buffer("é"))',
  'util.format("%d",0x10)',
  'util.format("%d","0x10")',
  'util.format("%d",true)',
  'util.format("%d",new Date(5))',
  'util.format("%d","")',
  'util.format("%%%s%%%s","a")',
  'util.format("%s","a",{b:{c:{d:{}}}})',
  'util.format("%S","a")',
  'util.format.length'
]);
