// What Python does with JavaScript objects, and the errors Python throws into JavaScript.
(function (core) {
  const natives = {
    Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError,
  };

  const { assign, hasOwn, setPrototypeOf } = Object;

  function operation(f) {
    return function (...args) {
      try {
        return core.give(f(...core.unbox(args)));
      } catch (error) {
        return core.fail(error);
      }
    };
  }

  const operations = {
    get: operation((object, key) => object[key]),
    set: operation((object, key, value) => { object[key] = value; }),
    has: operation((object, key) => key in Object(object)),
    remove: operation((object, key) => delete object[key]),
    keys: operation((object) => Object.keys(object)),
    members: operation((object) => {
      const names = [];
      for (const name in object) names.push(name);
      return names;
    }),
    size: operation((object) => (typeof object.size === "number" ? object.size : object.length) || 0),
    text: operation((object) => String(object)),
    label: operation((object) => {
      if (typeof object === "function") return object.name || "anonymous";
      const { constructor } = object;
      return (typeof constructor === "function" && constructor.name) || "Object";
    }),
    construct: operation((constructor, ...args) => Reflect.construct(constructor, args)),
    iterator: operation((object) => {
      const iterator = object[Symbol.iterator]();
      return () => iterator.next();
    }),
  };

  for (const name of Object.keys(operations)) core["operation " + name] = operations[name];

  // A member for attribute access: ABSENT tells missing from undefined.
  core.member = function (object, name) {
    try {
      const value = object[name];
      if (value === undefined && !(name in object)) return core.missing();
      return core.give(value);
    } catch (error) {
      return core.fail(error);
    }
  };

  // -- errors ---------------------------------------------------------------------------------------

  core.makeError = function (handle, kind, name, message, frames, properties) {
    const [text] = core.unbox([message]);
    const error = new (natives[kind] || Error)(text);
    if (name !== error.name) Object.defineProperty(error, "name", { value: name, writable: true, configurable: true });
    for (const key of Object.keys(properties)) error[key] = properties[key];
    core.putAbove(error, JSON.parse(frames));
    core.stamp(error, { handle, shape: undefined, watched: false });
    return error;
  };

  let last; // what was thrown last stays what stands for Python's error, with its stack, until the report

  // What is to be thrown next.
  core.setThrown = function (error) {
    [core.thrown] = core.unbox([error]);
    last = core.thrown;
  };

  core.stackOf = (error) => core.give(String(error.stack || error));

  // `object` with a look-up of names it does not have itself: a case-insensitive dict's, say.
  core.lookup = function (object, dict) {
    const { handle } = core.record(dict);
    return setPrototypeOf(object, new Proxy(Object.prototype, {
      get(target, key, receiver) {
        const found = Reflect.get(target, key, receiver);
        if (found !== undefined || typeof key !== "string") return found;
        return core.take(core.py.lookup(handle, key));
      },
    }));
  };

  // -- the environment --------------------------------------------------------------------------------

  // An object whose properties are the environment's variables: always text, and never out of date.
  core.strings = function (host) {
    const get = (key) => (typeof key === "string" ? host.envGet(key) : undefined);
    const has = (key) => get(key) !== undefined;
    return new Proxy({}, {
      get(target, key, receiver) {
        const found = get(key);
        return found === undefined ? Reflect.get(target, key, receiver) : found;
      },
      set(target, key, value) {
        host.envSet(String(key), String(value));
        return true;
      },
      has(target, key) { return has(key) || Reflect.has(target, key); },
      deleteProperty(target, key) {
        const was = has(key);
        if (was) host.envDelete(key);
        return was;
      },
      ownKeys() { return host.envKeys(); },
      getOwnPropertyDescriptor(target, key) {
        return has(key) ? { value: get(key), writable: true, enumerable: true, configurable: true } : undefined;
      },
      defineProperty(target, key, { value }) {
        host.envSet(String(key), String(value));
        return true;
      },
    });
  };

  // -- live dicts and lists ---------------------------------------------------------------------------

  // Shows a Python dict or list itself: every use reads its present content, every change is written back.
  core.live = function (handle, isList) {
    const target = isList ? [] : {};

    function read() {
      const fresh = core.take(core.py.content(handle));
      if (isList) {
        target.length = 0;
        for (const item of fresh) target.push(item);
        return;
      }
      for (const key of Object.keys(target)) if (!hasOwn(fresh, key)) delete target[key];
      assign(target, fresh);
    }

    function write(key) {
      if (isList) core.take(core.py.replace(...core.encode([[...target]], [handle])));
      else if (hasOwn(target, key)) core.take(core.py.replace(...core.encode([key, target[key]], [handle])));
      else core.take(core.py.replace(...core.encode([key], [handle])));
    }

    const proxy = new Proxy(target, {
      get(_, key, receiver) { read(); return Reflect.get(target, key, receiver); },
      set(_, key, value) {
        read();
        target[key] = value;
        write(key);
        return true;
      },
      has(_, key) { read(); return Reflect.has(target, key); },
      ownKeys() { read(); return Reflect.ownKeys(target); },
      getOwnPropertyDescriptor(_, key) { read(); return Reflect.getOwnPropertyDescriptor(target, key); },
      defineProperty(_, key, descriptor) {
        read();
        const done = Reflect.defineProperty(target, key, descriptor);
        write(key);
        return done;
      },
      deleteProperty(_, key) {
        read();
        const done = Reflect.deleteProperty(target, key);
        write(key);
        return done;
      },
    });
    core.stamp(proxy, { handle, shape: undefined, watched: false });
    return proxy;
  };
});
