// Evaluates expressions one after the other and prints what each gives, or how it fails.
var util = require('util');

// The expressions see these as globals.
exports.using = function (values) {
  Object.keys(values).forEach(function (name) { global[name] = values[name]; });
  return exports;
};

function shown(value) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === 0 && 1 / value < 0) return '-0';
  return util.inspect(value, {depth: 4});
}

exports.each = function (expressions) {
  expressions.forEach(function (expression) {
    var outcome;
    try {
      outcome = shown((0, eval)('(' + expression + ')'));
    } catch (error) {
      outcome = error instanceof Error ? 'throws ' + error.name + ': ' + error.message : 'throws ' + shown(error);
    }
    console.log(expression.replace(/\n/g, '\\n') + ' => ' + outcome);
  });
};
