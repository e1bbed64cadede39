// inspect with depth, colors, showHidden and customInspect, in both its forms.
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
  'I(deep,{depth:0})',
  'I(deep,{depth:1})',
  'I(deep,{depth:null})',
  'I(deep,{depth:-1})',
  'I(deep,{depth:Infinity})',
  'I(deep,{depth:"1"})',
  'I(deep,{depth:undefined})',
  'I(deep,false,1)',
  'I(deep,false,null)',
  'I(deep,true,0,true)',
  'I(gs,{showHidden:true})',
  'I(ci,{customInspect:false})',
  'I({x:ci},{depth:0})',
  'I(nonEnum,true)',
  'I([undefined,null,,])',
  'I(args,true)',
  'I([[[[1]]]],{depth:0})',
  'I(Object("abc"),true)',
  'I(Math,true).length>100',
  'I(function(){},true)',
  'I(F,true)',
  'I([1,2],true)',
  'I(/x/,true)',
  'I(new Date(0),true)',
  'I(err3,true).split("\\n")[0]',
  'I({a:{b:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",c:"bbbbbbbbbbbbbbbbbbbbb"},d:[1,2,"ccccccccccccccccccccccccccccccccccccccccccccc",4,5,6]})',
  'I({a:{b:{c:"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",d:[{e:"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",f:"zzzzzzzzzzzzzzzzzzzzz"}]}}},{depth:9})',
  'I({a:1,b:"x",c:null,d:undefined,e:true,f:/x/,g:dt,h:function(){},i:[1],j:circ,k:err3},{colors:true})',
  'I([gs],{colors:true})',
  'I("x",{colors:true})',
  'I(deep,{colors:true})',
  'I("x",false,2,true)',
  'I(1,{stylize:function(s,t){return t+s}})',
  'I({a:1},{stylize:function(s,t){return t+s}})',
  'I({a:1},null)',
  'I({a:1},"x")',
  'I({a:1},5)',
  'I({a:nonEnum},{showHidden:1})',
  'I(undefined,true)',
  'Object.keys(I.colors)',
  'Object.keys(I.styles)',
  'I.styles',
  'I.colors.red',
  '(I.styles.number="red",I(5,{colors:true}))',
  '(I.styles.number="yellow",0)',
  'I(new RangeError("x"),{colors:true})',
  'I(Function.prototype,true).length>10',
  'I({a:{}, b:{c:{}}},{depth:0})',
  'I({a:[1,{b:2}]},{depth:0})',
  'I({a:[[]],b:[{}]},{depth:0})',
  'I([[1]],{depth:0})',
  'I({f:fp},{depth:0})',
  'I({r:rx,d:dt2,e:err2},{depth:0})',
  'I(circ,{depth:5})'
]);
