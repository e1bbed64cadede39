// The scratch folder, entered: for programs that use the names in it alone.
var scratch = require('./scratch');
process.chdir(scratch.root);

exports.path = scratch.root;

exports.show = function (value) {
  return value instanceof require('fs').Stats ? 'Stats' : scratch.show(value);
};

exports.showAll = function (values) {
  return [].map.call(values, exports.show).join(' ; ') + ' (' + values.length + ')';
};
