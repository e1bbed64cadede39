// Which side keeps what alive. Listeners that JavaScript added to a Python object are owned by the object's
// wrapper; a wrapper that Python no longer needs is held weakly, and its death is told to Python.
(function (core) {
  const weak = new Map(); // handle -> WeakRef
  const registry = new FinalizationRegistry((handle) => {
    weak.delete(handle);
    core.py.dead(handle);
  });

  core.weaken = function (...objects) {
    for (const object of objects) {
      const record = core.record(object);
      weak.set(record.handle, new WeakRef(object));
      if (!record.watched) {
        record.watched = true;
        registry.register(object, record.handle);
      }
    }
  };

  core.reach = function (handle) {
    const found = weak.get(handle);
    return found && found.deref();
  };

  // Wrappers whose Python objects refer to each other live and die together.
  core.tie = function (...objects) {
    for (const object of objects) core.record(object).tied = objects;
  };

  core.own = function (object, slot, f) {
    const record = core.record(object);
    if (record.owned === undefined) record.owned = new Map();
    record.owned.set(slot, f);
  };

  core.disown = function (object, slot) {
    const { owned } = core.record(object);
    if (owned !== undefined) owned.delete(slot);
  };

  core.owned = function (object, slot) {
    const { owned } = core.record(object);
    return owned && owned.get(slot);
  };

  core.callOwned = (object, slot, ...args) => core.callOwnedWith(object, slot, core.unbox(args));

  core.callOwnedWith = function (object, slot, args) {
    try {
      const { owned } = core.record(object);
      const f = owned && owned.get(slot);
      if (f === undefined) return undefined;
      return core.give(f.apply(object, args));
    } catch (error) {
      return core.fail(error);
    }
  };

  core.callOverride = function (object, name, ...args) {
    try {
      const f = object[name];
      if (typeof f !== "function" || core.ownMethods.has(f)) return core.missing();
      return core.give(f.apply(object, core.unbox(args)));
    } catch (error) {
      return core.fail(error);
    }
  };
});
