// Python objects as JavaScript sees them. What holds here:
//
// - An object that stands for a Python one is stamped with a record: its handle, its class's shape, the
//   listeners it owns. Objects that came from Python are proxies, whose own keys are what Python has and whose
//   handlers are their records; objects that JavaScript made (util.inherits, a late EventEmitter.prototype.on)
//   stay what they are and find Python's attributes through their prototypes.
// - Methods are data properties of prototypes, so that they can be replaced, copied and called like any.
// - Setting a method on an object overrides it for Python's own calls as well.
(function (core) {
  const { py, direct, encode, take, RICH } = core;
  const { hasOwn } = Object;
  const { apply } = Reflect;
  const shapes = new WeakMap(); // prototype -> shape
  let lastHandle = 1; // odd ones are given here, even ones by Python

  // -- calls ----------------------------------------------------------------------------------------

  // What is called often applies the arguments: to spread them costs the engine far more.
  function invoke({ id, least, most, variadic, exact }, handle, args) {
    if (args.length > most) args.length = most; // forEach gives a whole array besides
    // An argument left undefined takes Python's default, as it would a parameter's in JavaScript.
    if (!variadic) while (args.length > least && args[args.length - 1] === undefined) args.pop();
    while (args.length < least) args.push(undefined);
    const parts = [id, handle];
    for (let i = 0; i < args.length; i++) {
      const value = direct(args[i]);
      const isRich = value === RICH || (exact && value === null);
      if (isRich) return apply(py.invokeRich, undefined, encode(args, [id, handle], exact));
      parts.push(value);
    }
    return apply(py.invoke, undefined, parts);
  }

  function emit({ id }, handle, args) {
    return apply(py.emit, undefined, encode(args, [id, handle, args.slice(1)]));
  }

  const told = new WeakSet(); // functions whose source does not tell how they are called
  core.isTold = (f) => told.has(f);

  function named(f, name, length) {
    told.add(f);
    return called(f, name, length);
  }

  function called(f, name, length) {
    Object.defineProperty(f, "name", { value: name, configurable: true });
    Object.defineProperty(f, "length", { value: length, configurable: true });
    return f;
  }

  function complete(description) {
    description.id |= 0; // what was parsed is a float to Python
    description.nothing = description.nullable ? null : undefined;
    if (description.most === null) description.most = Infinity;
    return description;
  }

  function makeMethod(shape, description) {
    const { name, length, nothing } = complete(description);
    const call = name === "emit" ? emit : invoke;
    const f = function (...args) {
      const record = shape.only || core.record(this) || adoptLate(this, shape);
      return take(call(description, record.handle, args), nothing);
    };
    core.ownMethods.add(f);
    return named(f, name, length);
  }

  function makeFunction(description) {
    const { name, length, nothing } = complete(description);
    const f = function (...args) { return take(invoke(description, 0, args), nothing); };
    return named(f, name, length);
  }

  core.named = named;

  // An object whose own methods may be called without it, as in `nextTick = process.nextTick`.
  core.needsNoThis = (object) => { core.record(object).shape.only = core.record(object); };

  core.ownMethods = new WeakSet();
  core.defineFunction = (json) => makeFunction(JSON.parse(json));

  // A Python callable that is no part of a module or class.
  core.showFunction = function (handle, name, least, most, isTold, opaque) {
    const record = { handle };
    const written = opaque ? core.encodeUnopened : encode;
    const f = function (...args) {
      if (args.length > most) args.length = most;
      while (args.length > least && args[args.length - 1] === undefined) args.pop();
      while (args.length < least) args.push(undefined);
      return take(py.apply(...written(args, [record.handle])), undefined);
    };
    core.stamp((isTold ? named : called)(f, name, 0), record);
    return f;
  };

  // A listener that is called once, with the one it stands for.
  core.showOnce = function (handle, listener) {
    const record = { handle };
    const f = function g(...args) { return take(py.apply(...encode(args, [record.handle])), undefined); };
    core.stamp(f, record);
    f.listener = listener;
    return f;
  };

  // -- fields -----------------------------------------------------------------------------------------

  function getField(record, name) {
    const value = py.get(record.handle, name);
    if (typeof value !== "object") return value;
    if (value === core.KEEP) return record.shown[name];
    if (value === core.ABSENT) return undefined;
    if (value === null) return record.shape && record.shape.nulls.has(name) ? null : undefined;
    const taken = take(value);
    if (taken !== null && typeof taken === "object" && core.record(taken) === undefined) {
      (record.shown || (record.shown = {}))[name] = taken;
    }
    return taken;
  }

  const setField = (record, name, value) => take(py.set(...encode([value], [record.handle, name])));
  const hasField = (record, name) => take(py.has(record.handle, name));

  // What a program has put on an object of an open class, told to Python when that object crosses.
  core.shareOwn = function (object, record) {
    const shared = record.shared || (record.shared = new Set());
    for (const key of Object.keys(object)) {
      if (!shared.has(key) && hasField(record, key)) continue;
      shared.add(key);
      take(py.extend(...encode([object[key]], [record.handle, key])));
    }
  };

  function defineOwn(object, key, value) {
    return Reflect.defineProperty(object, key, {
      value, writable: true, enumerable: true, configurable: true,
    });
  }

  // Of an object that has an emitter, say, as its prototype.
  function inheritedRecord(object) {
    for (let at = Object.getPrototypeOf(object); at !== null; at = Object.getPrototypeOf(at)) {
      const record = core.record(at);
      if (record !== undefined) return record;
    }
    return undefined;
  }

  function fieldAccessor(name) {
    return {
      get() {
        const record = core.record(this) || inheritedRecord(this);
        return record === undefined ? undefined : getField(record, name);
      },
      set(value) {
        const record = core.record(this);
        if (record === undefined) defineOwn(this, name, value);
        else setField(record, name, value);
      },
    };
  }

  function defineField(prototype, name, isAccessor) {
    const { get, set } = fieldAccessor(name);
    if (isAccessor) Object.defineProperty(prototype, name, { get, set, configurable: true });
    else core.present(prototype, name, get, set, false);
  }

  core.getField = getField;
  core.hasField = hasField;
  core.fieldAccessor = fieldAccessor;

  // A method that Python itself calls: it hears of the first time a prototype, or what is derived from one,
  // gets another in its place. From then on that is an ordinary property.
  function definePatchable(prototype, { name }, classId, method) {
    core.present(prototype, name, () => method, function (value) {
      defineOwn(this, name, value);
      if (core.record(this) === undefined) py.patch(classId, name);
    });
  }

  // -- proxies ----------------------------------------------------------------------------------------

  const dynamic = (shape, key) => typeof key === "string" && !shape.fields.has(key);

  // What JavaScript keeps of a Python object beside its wrapper, and what it does for one that is a proxy.
  class Record {
    constructor(handle, shape) {
      this.handle = handle;
      this.shape = shape;
    }

    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (value !== undefined || typeof key !== "string") return value;
      if (this.shape.fields.has(key) || hasOwn(target, key)) return value;
      if (core.begins(this, key)) return core.begin(target, this), target[key];
      return getField(this, key);
    }

    set(target, key, value, receiver) {
      if (core.record(receiver) !== this) return Reflect.set(target, key, value, receiver);
      if (typeof key !== "string") return Reflect.set(target, key, value);
      const shape = this.shape;
      if (shape.methods.has(key)) {
        py.override(this.handle, key);
        return defineOwn(target, key, value);
      }
      if (shape.fields.has(key) || (!hasOwn(target, key) && hasField(this, key))) {
        setField(this, key, value);
        return true;
      }
      const inherited = inheritedSetter(target, key);
      if (inherited) return inherited.call(receiver, value), true;
      return defineOwn(target, key, value);
    }

    has(target, key) {
      if (Reflect.has(target, key)) return true;
      return dynamic(this.shape, key) && (core.begins(this, key) || hasField(this, key));
    }

    deleteProperty(target, key) {
      if (hasOwn(target, key)) {
        if (this.shape.methods.has(key)) py.restore(this.handle, key);
        return Reflect.deleteProperty(target, key);
      }
      if (typeof key === "string") take(py.remove(this.handle, key));
      return true;
    }

    ownKeys(target) { return core.ownKeys(target, this); }

    getOwnPropertyDescriptor(target, key) { return core.ownDescriptor(target, this, key); }
  }
  Object.setPrototypeOf(Record.prototype, null); // what programs put on Object.prototype is not looked for there

  // A setter that a JavaScript subclass defined on its prototype.
  function inheritedSetter(target, key) {
    for (let at = Object.getPrototypeOf(target); at !== null; at = Object.getPrototypeOf(at)) {
      const found = Reflect.getOwnPropertyDescriptor(at, key);
      if (found) return found.set;
    }
    return undefined;
  }

  function makeProxy(record, prototype) {
    const proxy = new Proxy(Object.create(prototype), record);
    core.stamp(proxy, record);
    return proxy;
  }

  // The wrapper of a Python object: called from Python when it crosses for the first time.
  core.wrap = function (handle, { prototype }) {
    return makeProxy(new Record(handle, shapes.get(prototype)), prototype);
  };

  // At the end of every facade's prototype chain: attributes that only an instance has, for objects that
  // JavaScript made. Proxies answer for themselves.
  const instanceAttributes = new Proxy(Object.create(Object.prototype), {
    get(target, key, receiver) {
      if (typeof key !== "string" || key in Object.prototype) return Reflect.get(target, key, receiver);
      const record = core.record(receiver);
      if (record === undefined || !record.adopted) return undefined;
      return getField(record, key);
    },
    set(target, key, value, receiver) {
      const record = core.record(receiver);
      if (record !== undefined && record.adopted && typeof key === "string" && hasField(record, key)) {
        setField(record, key, value);
        return true;
      }
      return Reflect.set(target, key, value, receiver);
    },
  });

  // -- construction -----------------------------------------------------------------------------------

  function build(shape, object, record, foreign, args) {
    take(py.construct(...encode(args, [record.handle, shape.classId, object, foreign])));
    return object;
  }

  const newHandle = () => (lastHandle += 2);

  function construct(shape, prototype, foreign, args) {
    const record = new Record(newHandle(), shape);
    return build(shape, makeProxy(record, prototype), record, foreign, args);
  }

  function adopt(shape, object, args, late) {
    const record = new Record(newHandle(), shape);
    record.adopted = true;
    record.late = late; // its constructor never ran
    record.given = undefined;
    core.stamp(object, record);
    build(shape, object, record, true, args);
    core.giveOwn(object, record);
    return record;
  }

  // A method was called on an object whose constructor never called ours.
  function adoptLate(object, shape) {
    if (object === null || (typeof object !== "object" && typeof object !== "function")) {
      throw new TypeError(`Cannot call a method of ${shape.name} on ${String(object)}`);
    }
    const found = nearestShape(object);
    return adopt(found && found.ancestors.has(shape) ? found : shape, object, [], true);
  }

  function nearestShape(object) {
    for (let at = object; at !== null; at = Object.getPrototypeOf(at)) {
      if (shapes.has(at)) return shapes.get(at);
    }
    return undefined;
  }

  // The same where such an object crosses; one that cannot be made without arguments stays JavaScript's.
  core.adoptCrossing = function (object) {
    const shape = nearestShape(object);
    return shape === undefined || shape.length > 0 || shapes.has(object) ? undefined : adopt(shape, object, [], true);
  };

  // A constructor called on an object that another constructor of ours has adopted.
  function adoptAgain(shape, object, record, args) {
    if (record.shape.ancestors.has(shape)) return;
    take(py.upgrade(...encode(args, [record.handle, shape.classId])));
    record.shape = shape;
    core.giveOwn(object, record);
  }

  // The class whose methods are all inherited by `prototype`, which JavaScript may have derived.
  core.defineClass = function (json, parent) {
    const { name, length, methods, fields, nulls, members, own, signature, withoutNew, ...rest } = JSON.parse(json);
    const classId = rest.classId | 0; // what was parsed is a float to Python
    const above = parent ? shapes.get(parent.prototype) : undefined;
    const shape = {
      classId,
      name,
      length,
      fields: new Set([...(above ? above.fields : []), ...fields]),
      methods: new Set([...(above ? above.methods : []), ...methods.map((method) => method.name)]),
      nulls: new Set([...(above ? above.nulls : []), ...nulls]),
      ancestors: new Set(above ? above.ancestors : []),
      only: undefined,
      open: rest.open,
      prototype: undefined,
      own: core.readOwn(own),
      fixed: undefined,
      properties: new Map(),
      members,
    };
    shape.ancestors.add(shape);

    const constructor = function (...args) {
      if (new.target !== undefined) {
        return construct(shape, new.target.prototype, new.target !== constructor, args);
      }
      if (this instanceof constructor) {
        const record = core.record(this);
        if (record === undefined) adopt(shape, this, args, false);
        else adoptAgain(shape, this, record, args);
        return undefined;
      }
      if (withoutNew) throw new TypeError(`Object #<Object> has no method '${withoutNew}'`);
      return withoutNew === null ? construct(shape, constructor.prototype, false, args) : undefined;
    };
    if (signature === null) named(constructor, name, length);
    else named(constructor, signature.name, signature.length);
    if (parent) constructor.super_ = parent;
    const prototype = Object.create(parent ? parent.prototype : own || members ? Object.prototype : instanceAttributes);
    Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });
    for (const field of fields) defineField(prototype, field, core.wasAccessor(shape, field));
    for (const method of methods) {
      const made = method.same === method.name ? makeMethod(shape, method) : prototype[method.same];
      if (method.patchable) definePatchable(prototype, method, classId, made);
      else prototype[method.name] = made;
    }
    core.arrangeClass(prototype, shape);
    shape.prototype = constructor.prototype = prototype;
    shapes.set(prototype, shape);
    core.stamp(constructor, { classId });
    return constructor;
  };

  // The same again for a prototype that a script of the host's put its own functions on.
  core.arrangeClass = function (prototype, shape = shapes.get(prototype)) {
    if (shape && shape.members) core.arrange(prototype, shape.members);
  };

  // Attributes of a class or module that JavaScript may read and set, with Python's as the only truth.
  core.defineLive = function (target, ownerId, json) {
    for (const { name, nullable } of JSON.parse(json)) {
      const nothing = nullable ? null : undefined;
      const get = () => take(py.getStatic(ownerId, name), nothing);
      core.present(target, name, get, (value) => { take(py.setStatic(...encode([value], [ownerId, name]))); });
    }
    return target;
  };
});
