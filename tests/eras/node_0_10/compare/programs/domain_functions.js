// bind and intercept keep `this` and know their domain; what is active before and after; marks on errors of every origin.
var domain = require('domain');
var Emitter = require('events').EventEmitter;

console.log(process.domain, domain.active, Object.keys(domain).sort().join());
var d = domain.create();
var seen;
d.on('error', function (error) {
  seen = error;
  console.log('error', error && error.message, error.domain === d, error.domainThrown, !!error.domainEmitter, typeof error.domainBound,
    Object.keys(Object(error)).join());
});
var bound = d.bind(function (a, b) { console.log('bound', this.name, a, b, domain._stack.length); return 7; });
console.log(bound.call({name: 'mine'}, 1, 2), bound.domain === d);
console.log(process.domain, domain.active, domain._stack.length);
var intercepted = d.intercept(function (a) { console.log('intercepted', this.name, a, arguments.length); return 8; });
console.log(intercepted.call({name: 'mine'}, null, 1, 2), intercepted(0), intercepted('text', 3), intercepted.domain === d);
console.log(intercepted.call({}, new Error('given')));
var emitter = new Emitter();
d.add(emitter);
emitter.emit('error', new Error('emitted'));
emitter.emit('error');
emitter.emit('error', 'text');
[function () { throw 'thrown text'; }, function () { throw {message: 'object'}; }, function () { throw new Error('error'); }].forEach(function (fail, i) {
  d.run(function () { setTimeout(fail, 5 + 10 * i); });
});
setTimeout(function () {
  d.run(function () { require('fs').stat('/no/such/file', function (error) { throw error; }); });
}, 40);
var nested = setInterval(function () {
  if (!seen || seen.code !== 'ENOENT') return;
  clearInterval(nested);
  var inner = domain.create();
  d.run(function () {
    inner.run(function () { console.log('nested', domain._stack.length, domain.active === inner); });
    console.log('left', domain._stack.length, domain.active === d);
    throw new Error('in the outer');
  });
}, 5);
