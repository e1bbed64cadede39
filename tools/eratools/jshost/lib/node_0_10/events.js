// `events`: the era's own; what it warns of, a program's console tells.
var internal = require("internal");
var events = internal.host.pythonModule("events");

internal.host.onLeak(function warn(message, count) {
  console.error(message, count);
  console.trace();
});

// -- `_events`: the table of listeners, which programs read, change and put others in the place of -------------------
//
// Python's is the only truth, and what a program changes is put there. A table that is no emitter's any more shows what
// it had then; one that a program puts back is the emitter's again.

var host = internal.host;
var core = internal.core;
var known = new WeakSet(); // the tables that were ever made
var owners = new WeakMap(); // of those that are in use, their emitters' records

function isFunction(value) { return typeof value === "function"; }

function put(owner, name, listeners) {
  host.setListeners(owner.handle, name, [].concat(listeners).filter(isFunction));
}

function makeTable(record) {
  var table = new Proxy({}, {
    get: function (kept, name) {
      var owner = owners.get(table);
      return owner && typeof name === "string" && !(name in kept) ? host.listenersOf(owner.handle, name) : kept[name];
    },
    set: function (kept, name, value) {
      var owner = owners.get(table);
      if (owner) put(owner, name, value);
      else kept[name] = value;
      return true;
    },
    deleteProperty: function (kept, name) {
      var owner = owners.get(table);
      if (owner) host.dropListeners(owner.handle, name);
      return delete kept[name];
    },
    has: function (kept, name) { return name in kept || this.ownKeys(kept).indexOf(name) >= 0; },
    ownKeys: function (kept) {
      var owner = owners.get(table);
      return owner ? host.eventNames(owner.handle) : Object.keys(kept);
    },
    getOwnPropertyDescriptor: function (kept, name) {
      if (this.ownKeys(kept).indexOf(name) < 0) return undefined;
      return { value: this.get(kept, name), writable: true, enumerable: true, configurable: true };
    },
  });
  known.add(table);
  owners.set(table, record);
  return table;
}

function contentOf(table) {
  var content = {};
  Object.keys(table || {}).forEach(function (name) { content[name] = table[name]; });
  return content;
}

// From now on `table` shows what it has, whatever becomes of the emitter.
function leave(table) {
  var content = contentOf(table);
  owners.delete(table);
  Object.keys(content).forEach(function (name) { table[name] = content[name]; });
}

function enter(record, table) {
  var content = contentOf(table);
  if (record.events) leave(record.events);
  host.dropListeners(record.handle);
  record.events = undefined;
  if (known.has(table) && !owners.has(table)) {
    Object.keys(content).forEach(function (name) { delete table[name]; });
    owners.set(table, record);
    record.events = table;
  }
  Object.keys(content).forEach(function (name) { put(record, name, content[name]); });
}

core.present(events.EventEmitter.prototype, "_events", function () {
  var record = core.record(this);
  return record && (record.events || (record.events = makeTable(record)));
}, function (table) {
  var record = core.record(this);
  if (record) enter(record, table);
  else Object.defineProperty(this, "_events", { value: table, writable: true, enumerable: true, configurable: true });
}, false);

events.usingDomains = false; // until somebody requires `domain`

module.exports = events;
