// Pipes to objects that have the methods of an emitter and are none: libraries of the time brought emitters of their own.
var stream = require('stream');
var say = require('./lib/streams').say;
var Source = require('./lib/streams').Source;

function Duck(name, full) {
  this.name = name;
  this.full = full;
  this.heard = {};
  this.writable = true;
}
Duck.prototype.on = Duck.prototype.once = function (event, listener) {
  (this.heard[event] = this.heard[event] || []).push(listener);
  return this;
};
Duck.prototype.listeners = function (event) { return this.heard[event] || []; };
Duck.prototype.removeListener = function (event, listener) {
  this.heard[event] = this.listeners(event).filter(function (other) { return other !== listener && other.listener !== listener; });
  return this;
};
Duck.prototype.emit = function (event, value) {
  var self = this;
  say(this.name, 'emits', event, value instanceof stream ? 'with a stream' : '');
  this.listeners(event).slice().forEach(function (listener) { listener.call(self, value); });
  return true;
};
Duck.prototype.write = function (chunk) {
  say(this.name, 'gets', chunk);
  if (this.full) setImmediate(this.emit.bind(this, 'drain'));
  return !this.full;
};
Duck.prototype.end = function () { say(this.name, 'ends'); };

function old(destination, options) {
  var source = new stream.Stream();
  source.readable = true;
  source.pause = function () { say('paused'); };
  source.resume = function () { say('resumed'); };
  say(source.pipe(destination, options) === destination);
  source.emit('data', 'one');
  return source;
}

var steps = [
  function () { var duck = new Duck('plain'); say(new Source(['a', 'b']).pipe(duck) === duck); },
  function () { new Source(['a', 'b', 'c'], {highWaterMark: 1}).pipe(new Duck('full', true)); },
  function () { new Source(['a', 'b'], {}, true).pipe(new Duck('not to be ended'), {end: false}); },
  function () {
    var source = new Source(['a', 'b']), duck = new Duck('let go');
    source.pipe(duck);
    source.unpipe(duck);
    say(['drain', 'close', 'finish', 'unpipe'].map(function (event) { return duck.listeners(event).length; }));
  },
  function () { var duck = new Duck('closes'); new Source(['a', 'b'], {}, true).pipe(duck); duck.emit('close'); },
  function () {
    var duck = new Duck('wrapped'), wrapper = new stream.Readable();
    duck.hello = function () { return this === duck; };
    say(wrapper.wrap(duck) === wrapper, wrapper.hello());
    wrapper.on('data', function (chunk) { say('through', chunk); }).on('end', function () { say('through the end'); });
    duck.emit('data', new Buffer('a'));
    duck.emit('end');
  },
  function () { old(new Duck('old')).emit('end'); },
  function () { old(new Duck('old and full', true)); },
  function () { var duck = new Duck('old, not writable'); duck.writable = undefined; old(duck, {end: false}).emit('end'); }
];
(function next() {
  var step = steps.shift();
  if (!step) return;
  step();
  require('./lib/streams').settle(next, 10);
})();
