// The stack of an error is its own property, whoever made it; what is captured above a function that was not called
// shows no calls; what inherits from an error shares its stack.
var vm = require('vm');

function caught(action) {
  try { action(); } catch (error) { return error; }
}

[
  new Error('made'),
  caught(function () { null.x; }),
  caught(function () { unknownName; }),
  caught(function () { eval('('); }),
  caught(function () { JSON.parse('('); }),
  caught(function () { decodeURI('%'); }),
  caught(function () { new Array(-1); }),
  caught(function () { new Buffer('a', 'foo'); }),
  caught(function () { vm.runInNewContext('null.x'); }),
  caught(function () { require('fs').readFileSync('/no/such/file'); })
].forEach(function (error) {
  var descriptor = Object.getOwnPropertyDescriptor(error, 'stack');
  console.log(error.name, error.hasOwnProperty('stack'), Object.keys(descriptor), descriptor.configurable);
  console.log(delete error.stack, error.stack, error.hasOwnProperty('stack'));
});
console.log('stack' in Error.prototype, Object.create(new Error()).hasOwnProperty('stack'));

var error = new Error('mine');
error.stack = 5;
console.log(error.stack, caught(function () { throw error; }).stack);
var frozen = Object.freeze(new Error('frozen'));
frozen.stack = 'changed all the same';
console.log(frozen.stack);

function Late(message) { this.message = message; }
Late.prototype = new Error('of all');
var late = new Late('one');
late.stack = 'shared';
console.log(late.hasOwnProperty('stack'), Late.prototype.stack);

function notCalled() {}
function calls(object) { return object.stack.split('\n').length - 1; }
function capture(above) {
  var object = {name: 'N', message: 'm'};
  Error.captureStackTrace(object, above);
  console.log(object.stack.split('\n')[0], calls(object), object.hasOwnProperty('stack'));
}
[capture, notCalled, Error, null, undefined, 5].forEach(function (above) { capture(above); });
