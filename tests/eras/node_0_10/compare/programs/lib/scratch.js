// A folder of the program's own, gone when it ends; and what is shown of errors, without that folder's name.
var fs = require('fs');
var path = require('path');
var util = require('util');

var root = exports.root = path.join(fs.realpathSync(require('os').tmpdir()), 'eras-compare-' + process.pid);
fs.mkdirSync(root);

exports.at = function (name) { return path.join(root, name); };

exports.file = function (name, content) {
  fs.writeFileSync(exports.at(name), content);
  return exports.at(name);
};

exports.clean = function (text) { return String(text).split(root).join('ROOT'); };

exports.show = function (value) {
  if (!(value instanceof Error)) return exports.clean(util.inspect(value));
  var fields = Object.keys(value).map(function (key) { return key + '=' + value[key]; });
  return exports.clean(value.name + ': ' + value.message + ' {' + fields.join(', ') + '}');
};

exports.log = function () {
  console.log([].map.call(arguments, function (value) {
    return typeof value === 'string' ? exports.clean(value) : exports.show(value);
  }).join(' '));
};

// What a call gives or throws.
exports.attempt = function (name, call) {
  try {
    exports.log(name, 'gives', call());
  } catch (error) {
    exports.log(name, 'throws', error);
  }
};

// Calls one after the other: each step is a function of what to call when it is over.
exports.steps = function (steps) {
  (function next() {
    var step = steps.shift();
    if (step) step(next);
  })();
};

function remove(name) {
  if (!fs.lstatSync(name).isDirectory()) return fs.unlinkSync(name);
  fs.chmodSync(name, 0700);
  fs.readdirSync(name).forEach(function (entry) { remove(path.join(name, entry)); });
  fs.rmdirSync(name);
}
process.on('exit', function () { remove(root); });
