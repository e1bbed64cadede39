// Idioms of 2013: callbacks in series and in parallel, memoizing, mixins, plugins, templates, a tiny promise, a cache.
var util = require('util'), EventEmitter = require('events').EventEmitter;

function series(tasks, done) {
  var results = [];
  (function next(err) {
    if (err) return done(err, results);
    if (arguments.length > 1) results.push([].slice.call(arguments, 1));
    var task = tasks.shift();
    task ? task(next) : done(null, results);
  })();
}
function parallel(tasks, done) {
  var left = tasks.length, results = new Array(left), failed;
  tasks.forEach(function (task, i) {
    task(function (err, value) {
      if (failed) return;
      if (err) { failed = true; return done(err); }
      results[i] = value;
      if (!--left) done(null, results);
    });
  });
}
function later(value, ms) { return function (callback) { setTimeout(callback, ms || 0, null, value, ms); }; }

series([later('a', 2), later('b', 1)], function (err, results) {
  console.log('series', err, results);
  parallel([later(1, 8), later(2, 1), function (cb) { cb(null, 3); }], function (err, results) {
    console.log('parallel', err, results);
    parallel([later(1, 5), function (cb) { cb(new Error('no')); }], function (err, results) { console.log(String(err), results); });
  });
});

function Deferred() { this.callbacks = []; }
Deferred.prototype.resolve = function (value) {
  var self = this;
  if (value && typeof value.then === 'function') return value.then(self.resolve.bind(self));
  process.nextTick(function () { self.value = value; self.done = true; self.callbacks.splice(0).forEach(function (f) { f(value); }); });
};
Deferred.prototype.then = function (f) {
  var next = new Deferred();
  function run(value) { next.resolve(f(value)); }
  this.done ? run(this.value) : this.callbacks.push(run);
  return next;
};
var first = new Deferred();
first.then(function (n) { return n + 1; })
  .then(function (n) { var d = new Deferred(); setTimeout(function () { d.resolve(n * 2); }, 60); return d; })
  .then(function (n) { console.log('promised', n); });
first.resolve(20);

function template(text) {
  var source = "var out='';with(it){out+='" + text.replace(/\n/g, '\\n').replace(/'/g, "\\'")
    .replace(/<%=(.*?)%>/g, function (all, code) { return "'+(" + code.replace(/\\'/g, "'") + ")+'"; })
    .replace(/<%(.*?)%>/g, function (all, code) { return "';" + code.replace(/\\'/g, "'") + ";out+='"; }) + "'}return out;";
  return new Function('it', source);
}
console.log(template("<% list.forEach(function (x, i) { %><li class='n<%= i %>'><%= x %></li>\n<% }) %>")({list: ['a', 'b']}));

function extend(target) {
  [].slice.call(arguments, 1).forEach(function (source) {
    for (var key in source) {
      var getter = source.__lookupGetter__(key);
      getter ? target.__defineGetter__(key, getter) : target[key] = source[key];
    }
  });
  return target;
}
var mixed = extend({}, {get now() { return this.base * 2; }, base: 4}, EventEmitter.prototype);
mixed.on('x', function () { console.log('mixed', this.now, arguments.length); });
mixed.emit('x', 1, 2);

function Cache(max) { this.max = max; this.keys = []; this.map = Object.create(null); }
Cache.prototype = {
  constructor: Cache,
  get: function (key) { this.touch(key); return this.map[key]; },
  touch: function (key) { var i = this.keys.indexOf(key); if (i >= 0) this.keys.push(this.keys.splice(i, 1)[0]); },
  set: function (key, value) {
    if (!(key in this.map)) this.keys.push(key); else this.touch(key);
    this.map[key] = value;
    if (this.keys.length > this.max) delete this.map[this.keys.shift()];
    return this;
  },
  get size() { return this.keys.length; }
};
var cache = new Cache(2).set('a', 1).set('b', {c: [1, {d: {e: 1}}]});
cache.get('a');
console.log(util.inspect(cache.set('x', /y/g), {depth: 3}), cache.size);

var memo = (function (f, seen) {
  return function (n) { return seen[n] || (seen[n] = f.apply(this, arguments)); };
})(function fib(n) { return n < 2 ? n : memo(n - 1) + memo(n - 2); }, {});
console.log(memo(70), [3, 1, 2].sort().reverse().map(String), [].concat([1], [[2]], 3), typeof Function.prototype.bind);
outer: for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; console.log(i, j); }
switch (typeof null) { case 'object': console.log('object'); default: console.log('falls through'); }
