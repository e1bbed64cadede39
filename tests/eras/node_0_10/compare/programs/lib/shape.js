// What a program sees of an object's shape: its own properties in their order, those of its prototypes, how functions
// are called.
var util = require('util');

// Parts of Node's implementation that nothing here has in their place; see eratools/jshost/shapes_0_10.py.
var LEFT_OUT = ('_addHeaderLine _buffer _createServerHandle _deferToConnect _destroy _dump _emitCloseIfDrained _finish _flush ' +
  '_forkChild _getpeername _getsockname _listen2 _normalizeConnectArgs _onTimeout _setSimultaneousAccepts ' +
  '_setupSlave _writeRaw clearTimeout detectIncompleteChar listen listenFD spawn start Zlib').split(' ');

function listed(object) {
  return Object.keys(object).filter(function (name) { return LEFT_OUT.indexOf(name) < 0; });
}

function called(f) { return f.name + '/' + f.length; }

function member(object, name) {
  var value = Object.getOwnPropertyDescriptor(object, name).value;
  return typeof value === 'function' ? name + ':' + called(value) : name;
}

// The members of a prototype or a module, and how its functions are called.
exports.members = function (object) {
  return listed(object).map(member.bind(null, object)).join(' ');
};

exports.prototypes = function (object) {
  for (var at = Object.getPrototypeOf(object); at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    console.log('  of ' + called(at.constructor) + ': ' + exports.members(at));
  }
};

// An object's own properties, as they are listed, enumerated, described and printed.
exports.own = function (name, object) {
  console.log(name + ': ' + Object.keys(object));
  var enumerated = [];
  for (var key in object) if (object.hasOwnProperty(key)) enumerated.push(key);
  if (String(enumerated) !== String(Object.keys(object))) console.log('  enumerated: ' + enumerated);
  Object.keys(object).forEach(function (key) {
    var found = Object.getOwnPropertyDescriptor(object, key);
    if (found.get || !found.writable || !found.enumerable || !found.configurable) console.log('  ' + key, Object.keys(found));
  });
  console.log(util.inspect(object, {depth: 1}));
};
