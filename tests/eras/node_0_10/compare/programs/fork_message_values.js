// What becomes of values on their way to a fork and back; what cannot be a message; what is no event `message`.
var cp = require('child_process');
var util = require('util');
if (process.argv[2]) {
  process.on('message', function (message) { process.send({ is: typeof message, shown: util.inspect(message, { depth: 5 }), back: message }); });
  process.on('internalMessage', function (message) { process.send('internal ' + JSON.stringify(message)); });
} else {
  var circular = {};
  circular.self = circular;
  function Named() { this.own = 1; }
  Named.prototype.inherited = 2;
  var values = [
    null, 0, -0, '', false, true, NaN, Infinity, 1e21, 1.5e-7, 12345678901234567890, new Date(0), /x/g, new Buffer('é'), [], {}, [undefined, null, [[]]],
    { a: undefined, f: function () {}, n: null }, new Named(), { toJSON: function () { return 'by toJSON'; } }, new Number(5), new String('s'), [1, , 3],
    { 2: 'two', 1: 'one', b: 1, a: 2 }, new Error('lost'), 'line\nbreak\u2028\u0000', '\ud83d\ude00', { '': 1, 'a b': 2, length: 3 },
    'alone \ud800', { says: 'NODE_NOTHING' }, { cmd: 'NODE_UNKNOWN', a: 1 }, { cmd: 'NODE' }, { cmd: 5 }, { cmd: 'other' }, circular,
  ];
  var fork = cp.fork(__filename, ['child']);
  var next = function () {
    if (!values.length) return fork.disconnect();
    var value = values.shift();
    try {
      fork.send(value);
    } catch (error) {
      console.log(error.name, error.message);
      next();
    }
  };
  fork.on('message', function (message) {
    console.log(message);
    setTimeout(next, 0);
  });
  fork.on('exit', function (code, signal) { console.log('exit', code, signal, fork.connected); });
  next();
}
