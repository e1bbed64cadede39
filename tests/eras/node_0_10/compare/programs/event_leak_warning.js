// More listeners than an emitter expects: said once for each event, with the place in the program.
var Emitter = require('events').EventEmitter;

function nothing() {}

function add(emitter, event, count) {
  for (var i = 0; i < count; i++) emitter.on(event, nothing);
}

var emitter = new Emitter();
add(emitter, 'ten', 10);
add(emitter, 'eleven', 11);
add(emitter, 'eleven', 5);
add(emitter, 'twelve', 12);

var strict = new Emitter();
strict.setMaxListeners(1);
add(strict, 'pair', 2);

var calm = new Emitter();
calm.setMaxListeners(0);
add(calm, 'many', 50);

function Derived() { Emitter.call(this); }
require('util').inherits(Derived, Emitter);
add(new Derived(), 'derived', 11);
console.log('done', Emitter.listenerCount(emitter, 'eleven'));
