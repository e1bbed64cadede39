// Which properties of an object that stands for a Python one are its own, and in which order. What holds here:
//
// - Python has the values. A field is an accessor on the prototype, and for objects that JavaScript made on themselves
//   as well: whoever enumerates them, asks for their own or makes JSON of them finds it.
// - What had been a plain property is described as one: see own.js.
// - `own` of a shape are the properties that objects of its class had; without it they have whatever Python has.
(function (core) {
  const py = core.py;
  const { hasOwn } = Object;
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const presented = new WeakSet(); // getters of what programs take for plain properties

  const plain = (value) => ({ value, writable: true, enumerable: true, configurable: true });

  // An accessor on `target` that programs take for a plain property.
  core.present = function (target, name, get, set, enumerable = true) {
    presented.add(get);
    defineProperty(target, name, { get, set, enumerable, configurable: true });
  };

  // What to tell of an object's property.
  core.describeOwn = function (descriptor, object, name) {
    const record = core.record(object);
    // The engine loses an accessor on its way out of a proxy.
    if (record && core.wasAccessor(record.shape, name)) return accessorOf(record.shape, name);
    if (descriptor === undefined || !presented.has(descriptor.get)) return descriptor;
    const value = descriptor.get.call(object);
    const unknown = value === undefined && record === undefined;
    return unknown ? descriptor : { ...plain(value), enumerable: descriptor.enumerable };
  };

  // Puts the properties of `target` in the order they had, and lets nobody enumerate another.
  core.arrange = function (target, { names, signatures }) {
    for (const name of names) {
      const found = getOwnPropertyDescriptor(target, name);
      if (found === undefined) continue;
      deleteProperty(target, name);
      defineProperty(target, name, { ...found, enumerable: true });
      const how = signatures[name];
      if (how !== undefined) core.named(target[name], how.name, how.length);
    }
    const listed = new Set(names);
    for (const name of Object.keys(target)) if (!listed.has(name)) defineProperty(target, name, { enumerable: false });
  };

  // -- what objects have themselves ------------------------------------------------------------------------

  core.wasAccessor = function (shape, name) {
    const how = shape && shape.own && shape.own.get(name);
    return how !== undefined && how.accessor;
  };

  core.readOwn = (own) => (own ? new Map(own.map((each) => [each.name, each])) : undefined);

  const howOf = ({ shape }, name) => (shape.own === undefined ? undefined : shape.own.get(name));

  // Whether `name` is of what an object had and Python has not.
  core.begins = function (record, name) {
    const how = howOf(record, name);
    return how !== undefined && how.text !== null;
  };

  // Such a property begins as what it was, and is the program's from then on.
  core.begin = function (target, record) {
    if (record.begun || record.shape.own === undefined) return;
    record.begun = true;
    for (const { name, text } of record.shape.own.values()) {
      if (text !== null && !hasOwn(target, name)) defineProperty(target, name, plain(JSON.parse(text)));
    }
  };

  // The properties that `object` has, in their order. What its class had and Python has not may be JavaScript's.
  function namesOf(object, record) {
    const { own } = record.shape;
    const names = JSON.parse(core.take(py.keys(record.handle)));
    return own === undefined ? names : names.filter(function (name) {
      if (core.begins(record, name)) return !record.begun || hasOwn(object, name);
      return name in object || core.hasField(record, name);
    });
  }

  function onPrototype({ prototype }, name) {
    for (let at = prototype; at !== null; at = getPrototypeOf(at)) {
      const found = getOwnPropertyDescriptor(at, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  // The accessor that prototypes of a class have, or one for what only an object itself has.
  function accessorOf(shape, name) {
    const { get, set } = onPrototype(shape, name) || core.fieldAccessor(name);
    return { get, set, enumerable: true, configurable: true };
  }

  // -- of those that are proxies ---------------------------------------------------------------------------

  core.ownKeys = function (target, record) {
    core.begin(target, record);
    return [...new Set([...namesOf(target, record), ...Reflect.ownKeys(target)])];
  };

  core.ownDescriptor = function (target, record, name) {
    core.begin(target, record);
    const found = getOwnPropertyDescriptor(target, name);
    if (found !== undefined || typeof name !== "string" || core.begins(record, name)) return found;
    if (!core.take(py.owns(record.handle, name))) return undefined;
    if (core.wasAccessor(record.shape, name)) return plain(undefined); // see describeOwn
    if (core.record(target) === undefined) core.stamp(target, record); // for getters
    const value = Reflect.get(target, name);
    return plain(value === undefined ? core.getField(record, name) : value);
  };

  // -- of those that JavaScript made -----------------------------------------------------------------------

  // The properties that each object of a class has, where that is known without asking.
  function fixedNames(shape) {
    if (shape.fixed === undefined) {
      const isFixed = ({ name, text, needs_value }) => !needs_value && (text !== null || onPrototype(shape, name));
      shape.fixed = [...shape.own.values()].every(isFixed) ? new Set(shape.own.keys()) : null;
    }
    return shape.fixed;
  }

  // What a constructor would have put on `object`. One that never ran put nothing there; the first listener did.
  function namesToGive(object, record) {
    const { own } = record.shape;
    if (own === undefined) return new Set();
    if (!record.late) return fixedNames(record.shape) || new Set(namesOf(object, record));
    return new Set([...own.keys()].filter((name) => hasOwn(object, name) || own.get(name).late));
  }

  function propertyOf(shape, name) {
    let found = shape.properties.get(name);
    if (found === undefined) {
      found = accessorOf(shape, name);
      if (!core.wasAccessor(shape, name)) presented.add(found.get);
      shape.properties.set(name, found);
    }
    return found;
  }

  function give(object, record, name) {
    const begins = core.begins(record, name);
    const property = begins ? plain(JSON.parse(howOf(record, name).text)) : propertyOf(record.shape, name);
    defineProperty(object, name, property);
  }

  // The properties that the program put on `object` and that are Python's to have.
  function ownFields(object, record) {
    const found = new Map();
    for (const name of Object.keys(object)) {
      if (!record.shape.fields.has(name) && howOf(record, name) === undefined) continue;
      const { value, get } = getOwnPropertyDescriptor(object, name);
      if (get === undefined) found.set(name, value);
    }
    return found;
  }

  // Gives `object` the properties of its class. Where a constructor ran, what was there before gave way to what
  // that set.
  core.giveOwn = function (object, record) {
    const before = ownFields(object, record);
    const { given } = record;
    record.given = namesToGive(object, record);
    for (const name of record.given) if (given === undefined || !given.has(name)) give(object, record, name);
    for (const [name, value] of before) {
      const how = howOf(record, name);
      if (!record.given.has(name)) delete object[name];
      if (record.late || how === undefined || how.late) object[name] = value;
    }
  };
});
