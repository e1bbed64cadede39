// Values on their way to Python. A call carries a *spec*, one letter for each value, and the parts those
// values are made of as flat arguments; see values.py for the reader.
//
//   v  a primitive as it is            i  an integer wider than 32 bits    n  a BigInt, as decimal text
//   s  a string, as JSON               b  bytes, as base64                 t  a Date, in milliseconds
//   h  a Python object, by its handle  f  a function: id, itself           o  an object: id, itself
//   c  a Python class, by its id       e  an error: id, itself, name, message, stack
//   {  itself, then (k key | K key as JSON) value ... }                    [  itself, then value ... ]
(function (core) {
  const Plain = Object.prototype;
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const toBase64 = Uint8Array.prototype.toBase64;
  const DEEPEST = 64;

  // -- identity -------------------------------------------------------------------------------------

  const identities = new WeakMap();
  let lastIdentity = 0;

  core.identity = function (object) {
    let id = identities.get(object);
    if (id === undefined) identities.set(object, (id = ++lastIdentity));
    return id;
  };

  // -- records: what a JavaScript object that stands for a Python one keeps, invisibly ----------------

  const Return = function (object) { return object; };
  class Stamp extends Return {
    #record;
    constructor(object, record) {
      super(object);
      this.#record = record;
    }
    static get(object) { return #record in object ? object.#record : undefined; }
  }
  core.stamp = (object, record) => { new Stamp(object, record); return record; };
  core.record = Stamp.get;

  // -- encoding -------------------------------------------------------------------------------------

  const safe = (text) => text.isWellFormed() && !text.includes("\0");

  // Whether Python may have `value` as it is.
  function direct(value) {
    switch (typeof value) {
      case "string": return safe(value);
      case "number": return (value | 0) === value || !Number.isInteger(value);
      case "boolean": case "undefined": return true;
      default: return value === null;
    }
  }

  // An integral number may be a float inside the engine; `| 0` makes it an integer there as well.
  const plainNumber = (value) => ((value | 0) === value ? value | 0 : value);

  function put(value, flat, path) {
    switch (typeof value) {
      case "string":
        if (safe(value)) return flat.push(value), "v";
        return flat.push(JSON.stringify(value)), "s";
      case "number":
        if ((value | 0) === value) return flat.push(value | 0), "v";
        return flat.push(value), Number.isInteger(value) ? "i" : "v";
      case "bigint":
        return flat.push(value.toString()), "n";
      case "symbol":
        return flat.push(core.symbolName(value)), "v";
      case "function":
        return putFunction(value, flat);
      case "object":
        return value === null ? (flat.push(null), "v") : putObject(value, flat, path);
      default:
        return flat.push(value), "v";
    }
  }

  function putFunction(value, flat) {
    const record = core.record(value);
    if (record === undefined) return flat.push(core.identity(value), value), "f";
    if (record.classId !== undefined) return flat.push(record.classId), "c";
    return flat.push(record.handle), "h";
  }

  function putObject(value, flat, path) {
    const record = core.record(value);
    if (record !== undefined) return flat.push(record.handle), "h";
    const proto = Object.getPrototypeOf(value);
    if (proto === Plain || proto === null) return putPlain(value, flat, path);
    if (Array.isArray(value)) return putArray(value, flat, path);
    if (value instanceof TypedArray || value instanceof ArrayBuffer) return flat.push(base64(value)), "b";
    if (value instanceof Date) return flat.push(value.getTime()), "t";
    if (value instanceof Error || Error.isError(value)) return putError(value, flat);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return put(value.valueOf(), flat, path);
    }
    return flat.push(core.identity(value), value), "o";
  }

  function entered(value, path) {
    return path.length < DEEPEST && !path.includes(value);
  }

  function putPlain(value, flat, path) {
    if (!entered(value, path)) return flat.push(core.identity(value), value), "o";
    path.push(value);
    flat.push(core.identity(value), value);
    let spec = "{";
    for (const key of Object.keys(value)) {
      if (safe(key)) {
        flat.push(key);
        spec += "k";
      } else {
        flat.push(JSON.stringify(key));
        spec += "K";
      }
      spec += put(value[key], flat, path);
    }
    path.pop();
    return spec + "}";
  }

  function putArray(value, flat, path) {
    if (!entered(value, path)) return flat.push(core.identity(value), value), "o";
    path.push(value);
    flat.push(core.identity(value), value);
    let spec = "[";
    for (let i = 0; i < value.length; i++) spec += put(value[i], flat, path);
    path.pop();
    return spec + "]";
  }

  function base64(value) {
    if (value instanceof ArrayBuffer) return toBase64.call(new Uint8Array(value));
    if (value instanceof Uint8Array) return toBase64.call(value);
    return toBase64.call(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }

  const printable = (text) => text.toWellFormed().replaceAll("\0", "\\0");

  function text(value, name) {
    try {
      return printable(value[name] === undefined ? "" : String(value[name]));
    } catch (unprintable) {
      return "";
    }
  }

  function putError(value, flat) {
    flat.push(core.identity(value), value, text(value, "name"), text(value, "message"), text(value, "stack"));
    return "e";
  }

  const symbols = new Map();
  core.symbolName = function (symbol) {
    let name = symbols.get(symbol);
    if (name === undefined) symbols.set(symbol, (name = `${String(symbol)}#${symbols.size}`));
    return name;
  };

  core.direct = direct;
  core.plainNumber = plainNumber;

  // [spec, ...flat] of `values`.
  core.encode = function (values) {
    const flat = [""];
    let spec = "";
    const path = [];
    for (let i = 0; i < values.length; i++) spec += put(values[i], flat, path);
    flat[0] = spec;
    return flat;
  };

  // -- results of calls -----------------------------------------------------------------------------

  const RICH = core.RICH;

  // What a function called from Python gives back: a primitive, or RICH after the value was handed over.
  core.give = function (value) {
    if (direct(value)) return typeof value === "number" ? plainNumber(value) : value;
    core.py.returned(...core.encode([value]));
    return RICH;
  };

  core.fail = function (error) {
    if (error !== null && typeof error === "object" && Error.isError(error)) {
      if (typeof error.stack !== "string") setStack(error);
    }
    core.py.threw(...core.encode([error]));
    return RICH;
  };

  core.missing = function () {
    core.py.missing();
    return RICH;
  };

  // Where the stack was full there was no room to describe it.
  function setStack(error) {
    try {
      Object.defineProperty(error, "stack", {
        value: `${error.name}: ${error.message}`, writable: true, configurable: true,
      });
    } catch (sealed) { /* it stays without one */ }
  }

  core.call = function (f, self, ...args) {
    try {
      return core.give(f.apply(self, unbox(args)));
    } catch (error) {
      return core.fail(error);
    }
  };

  // -- values from Python -----------------------------------------------------------------------------

  // A value that cannot cross by itself: a string with a NUL or a lone surrogate, undefined.
  class Box {
    constructor(value) { this.value = value; }
  }
  core.boxText = (json) => new Box(JSON.parse(json));
  core.boxUndefined = () => new Box(undefined);

  function unbox(values) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] instanceof Box) values[i] = values[i].value;
    }
    return values;
  }
  core.unbox = unbox;

  core.fillObject = function (object, ...pairs) {
    unbox(pairs);
    for (let i = 0; i < pairs.length; i += 2) {
      const key = pairs[i];
      if (key === "__proto__") {
        Object.defineProperty(object, key, {
          value: pairs[i + 1], writable: true, enumerable: true, configurable: true,
        });
      } else object[key] = pairs[i + 1];
    }
    return object;
  };
  core.makeObject = (...pairs) => core.fillObject({}, ...pairs);
  core.makeArray = (...items) => unbox(items);
  core.fillArray = (array, ...items) => {
    for (const item of unbox(items)) array.push(item);
    return array;
  };
  core.makeDate = (time) => new Date(time);
  core.makeBytes = (encoded) => core.showBytes(Uint8Array.fromBase64(encoded));
  core.showBytes = (bytes) => bytes;

  // -- results of Python's functions ------------------------------------------------------------------

  core.thrown = undefined;

  // What Python gave back, as JavaScript sees it; None is undefined unless null was asked for.
  core.take = function (result, nothing) {
    if (typeof result !== "object") return result;
    if (result === null) return nothing;
    if (result === core.THROWN) {
      const error = core.thrown;
      core.thrown = undefined;
      throw error === undefined ? new RangeError("Maximum call stack size exceeded") : error;
    }
    return result instanceof Box ? result.value : result;
  };
});
