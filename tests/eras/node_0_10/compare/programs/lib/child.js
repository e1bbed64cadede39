// What a child's events and streams tell, gathered so that their order does not depend on the machine.
var util = require('util');

exports.show = function (value) {
  if (!(value instanceof Error)) return util.inspect(value);
  return value.name + ': ' + value.message + ' {' + Object.keys(value).map(function (key) { return key + '=' + value[key]; }).join(', ') + '}';
};

exports.follow = function (name, child, done) {
  var text = ['', '', ''];
  var events = [];
  ['exit', 'error', 'disconnect'].forEach(function (event) {
    child.on(event, function () { events.push(event + ' ' + [].map.call(arguments, exports.show).join()); });
  });
  [child.stdout, child.stderr].forEach(function (stream, index) {
    if (stream) stream.on('data', function (piece) { text[index + 1] += piece; });
  });
  child.on('close', function (code, signal) {
    console.log(name, events.sort().join(' | '), 'close', code, signal, JSON.stringify(text[1]), JSON.stringify(text[2]));
    console.log(name, child.exitCode, child.signalCode, child.killed, child.connected);
    if (done) done();
  });
  return child;
};

exports.steps = function (steps) {
  (function next() {
    var step = steps.shift();
    if (step) step(next);
  })();
};
