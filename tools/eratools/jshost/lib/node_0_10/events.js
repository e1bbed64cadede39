// `events`: the era's own; a warning of it tells where in the program, not where in Python.
var internal = require("internal");
var events = internal.host.pythonModule("events");

internal.host.tellCallers(function () {
  var here = {};
  Error.captureStackTrace(here);
  return here.stack.split("\n").slice(1).filter(function (line) { return !/[ (]events\.js:/.test(line); });
});

// -- `_events`, which programs read and clear: a listener or an array of them by name ---------------------

function isFunction(value) { return typeof value === "function"; }

// Python's list is the only truth: what a program changes is put there.
function replace(emitter, name, listeners) {
  emitter.removeAllListeners(name);
  [].concat(listeners).filter(isFunction).forEach(function (listener) { emitter.on(name, listener); });
}

function several(emitter, name, listeners) {
  return new Proxy(listeners, {
    set: function (list, key, value) {
      list[key] = value;
      replace(emitter, name, list);
      return true;
    },
  });
}

function listenersOf(emitter, name) {
  var found = emitter.listeners(name);
  return found.length > 1 ? several(emitter, name, found) : found[0];
}

function tableOf(emitter) {
  return new Proxy({}, {
    get: function (target, name) {
      return typeof name === "string" && !(name in target) ? listenersOf(emitter, name) : target[name];
    },
    set: function (target, name, value) { return replace(emitter, name, value), true; },
    deleteProperty: function (target, name) { return emitter.removeAllListeners(name), true; },
    has: function (target, name) { return name in target || internal.host.eventNames(emitter).indexOf(name) >= 0; },
    ownKeys: function () { return internal.host.eventNames(emitter); },
    getOwnPropertyDescriptor: function (target, name) {
      var value = listenersOf(emitter, name);
      return value && { value: value, writable: true, enumerable: true, configurable: true };
    },
  });
}

var table = {
  configurable: true,
  get: function () { return internal.core.record(this) && tableOf(this); },
  set: function (table) {
    var emitter = this;
    if (!internal.core.record(emitter)) {
      Object.defineProperty(emitter, "_events", { value: table, writable: true, enumerable: true, configurable: true });
      return;
    }
    emitter.removeAllListeners();
    Object.keys(table || {}).forEach(function (name) { replace(emitter, name, table[name]); });
  },
};
Object.defineProperty(events.EventEmitter.prototype, "_events", table);

// -- what emitters have of their own ------------------------------------------------------------------------

function stateOf(emitter, name) {
  var state = internal.core.record(emitter) && internal.host.emitterState(emitter);
  return state ? state[name] : undefined;
}

var OWN = {
  domain: {
    get: function () { return stateOf(this, "domain") || null; },
    set: function (domain) { put(this, "domain", domain); },
  },
  _events: table,
  _maxListeners: {
    get: function () { return stateOf(this, "_maxListeners"); },
    set: function (most) { events.EventEmitter.prototype.setMaxListeners.call(this, most); },
  },
};

function put(object, name, value) {
  Object.defineProperty(object, name, { value: value, writable: true, enumerable: true, configurable: true });
}

// Who lists the properties of an emitter finds these. One whose constructor was never called has its table alone.
internal.core.completeObjects(events.EventEmitter, function (emitter, record) {
  var listeners = emitter.hasOwnProperty("_events") ? emitter._events : null;
  Object.keys(OWN).forEach(function (name) {
    if (record.late && name !== "_events") return;
    Reflect.defineProperty(emitter, name, { get: OWN[name].get, set: OWN[name].set, enumerable: true, configurable: true });
  });
  if (listeners) emitter._events = listeners;
  return emitter;
});

module.exports = events;
