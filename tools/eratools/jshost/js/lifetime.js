// Which side keeps what alive. Listeners that JavaScript added to a Python object are owned by the object's
// wrapper; a wrapper that Python no longer needs is held weakly, and its death is told to Python.
(function (core) {
  const { give, record, unbox } = core;
  const { apply } = Reflect;
  const weak = new Map(); // handle -> WeakRef
  const registry = new FinalizationRegistry((handle) => {
    weak.delete(handle);
    core.py.dead(handle);
  });

  let weakened = []; // those that Python is about to let go

  core.weaken = function (...objects) {
    weakened = [];
    for (let i = 0; i < objects.length; i++) weakened.push(new WeakRef(objects[i]));
  };

  // After Python has let go: the handles of those that live on, whose deaths will be told. Most died of it, and to tell
  // of each one by itself would cost far more.
  core.watch = function () {
    const alive = [];
    for (const reference of weakened) {
      const object = reference.deref();
      if (object === undefined) continue;
      const record = core.record(object);
      alive.push(record.handle);
      weak.set(record.handle, reference);
      if (record.watched) continue;
      record.watched = true;
      registry.register(object, record.handle);
    }
    return alive.join();
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

  core.callOwned = (object, slot, ...args) => callOwned(object, slot, unbox(args));

  core.callOwnedWith = callOwned;

  function callOwned(object, slot, args) {
    try {
      const { owned } = record(object);
      const f = owned && owned.get(slot);
      return f && give(apply(f, object, args));
    } catch (error) {
      return core.fail(error);
    }
  }

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
