// What an error listener of a domain throws goes to the domain around it, as what nobody in it listens for.
var domain = require('domain');

process.on('exit', function (code) { console.log('exit', code); });
process.on('uncaughtException', function (error) { console.log('uncaught', error.message); });

var outer = domain.create(), middle = domain.create(), inner = domain.create(), deaf = domain.create();
outer.on('error', function (error) { console.log('outer', error.message, error.domainThrown, process.domain === outer); });
middle.on('error', function (error) {
  console.log('middle', error.message, error.domain === middle, process.domain === middle);
  throw new Error('of the middle one');
});
inner.on('error', function (error) {
  console.log('inner', error.message);
  throw new Error('of the inner one');
});

setTimeout(function () {
  outer.run(function () {
    middle.run(function () {
      inner.run(function () { throw new Error('first'); });
    });
  });
}, 1);
setTimeout(function () {
  console.log(process.domain == null);
  outer.run(function () {
    deaf.run(function () { throw new Error('unheard'); });
  });
}, 20);
