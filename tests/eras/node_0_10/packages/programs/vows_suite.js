// vows: topics that come at once and later, contexts within contexts, what fails, as it reports them.
var vows = require('vows'), assert = require('assert'), fs = require('fs'), EventEmitter = require('events').EventEmitter;

// The usual one, without the time.
var spec = require('vows/lib/vows/reporters/spec'), reporter = Object.create(spec);
reporter.report = function (data) {
  if (data[0] === 'finish') delete data[1].time;
  spec.report(data);
};

vows.describe('Division').addBatch({
  'when dividing by zero': {
    topic: function () { return 42 / 0; },
    'we get Infinity': function (topic) { assert.equal(topic, Infinity); },
    'it is no number of ours': function (topic) { assert.equal(topic, 5); },
    'but when dividing zero by zero': {
      topic: function (outer) { return outer * 0; },
      'we get a value which': {
        'is not a number': function (topic) { assert.isNaN(topic); },
        'is not equal to itself': function (topic) { assert.notEqual(topic, topic); }
      }
    }
  },
  'a file': {
    topic: function () { fs.stat(__filename, this.callback); },
    'is one': function (error, stat) { assert.isNull(error); assert.isTrue(stat.isFile()); },
    'is not empty': function (error, stat) { assert.isTrue(stat.size > 0); }
  }
}).addBatch({
  'an emitter': {
    topic: function () {
      var emitter = new EventEmitter();
      process.nextTick(function () { emitter.emit('success', 'done'); });
      return emitter;
    },
    'is waited for': function (error, value) { assert.strictEqual(value, 'done'); },
    'is another': function (error, value) { assert.strictEqual(value, 'undone'); },
    'is not written yet': 'pending'
  }
}).run({reporter: reporter}, function (results) {
  delete results.time;
  console.log(results);
});
