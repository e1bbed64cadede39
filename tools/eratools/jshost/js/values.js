// Values on their way to Python. A call carries a *spec*, one letter for each value, and the parts those
// values are made of as flat arguments; see values.py for the reader.
//
//   v  a primitive as it is            i  an integer wider than 32 bits    n  a BigInt, as decimal text
//   s  a string, as JSON               b  bytes: where they lie, how many  t  a Date, in milliseconds
//   h  a Python object, by its handle  f  a function: id, itself           o  an object: id, itself
//   c  a Python class, by its id       e  an error: id, itself, name, message, stack
//   0  null, where it is told from undefined
//   {  itself, then (k key | K key as JSON) value ... }                    [  itself, then value ... ]
(function (core) {
  const Plain = Object.prototype;
  // Programs do not see what is newer than they are, so it is taken here; see language.js.
  const { toBase64 } = Uint8Array.prototype;
  const { fromBase64 } = Uint8Array;
  const TypedArray = Object.getPrototypeOf(Uint8Array.prototype);
  const setBytes = TypedArray.set;
  const lengthOf = Object.getOwnPropertyDescriptor(TypedArray, "length").get;
  const sliceMemory = ArrayBuffer.prototype.slice;
  const { isWellFormed, toWellFormed } = String.prototype;
  const { isView } = ArrayBuffer;
  const { isInteger } = Number;
  const { isError } = Error;
  const { getPrototypeOf, keys } = Object;
  const { parse, stringify } = JSON;
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

  let stamped;
  class Return extends null {
    constructor(object) { return object; }
  }
  class Stamp extends Return {
    #record = stamped;
    constructor(object) { super(object); }
    static get(object) { return #record in object ? object.#record : undefined; }
  }
  core.stamp = function (object, record) {
    stamped = record;
    new Stamp(object);
    stamped = undefined;
    return record;
  };
  core.record = Stamp.get;

  // -- encoding -------------------------------------------------------------------------------------

  const { RICH, record } = core;

  // A value that Python may have as it is, in the form that crosses; RICH for any other. An integral number may be
  // a float inside the engine; `| 0` makes it an integer there as well. A long string that was put together by `+`
  // is a tree inside the engine, and such a tree does not cross.
  function direct(value) {
    switch (typeof value) {
      case "string":
        if (!isWellFormed.call(value) || value.indexOf("\0") >= 0) return RICH;
        return value.length < 128 ? value : String(value);
      case "number": return (value | 0) === value ? value | 0 : isInteger(value) ? RICH : value;
      case "boolean": case "undefined": return value;
      default: return value === null ? null : RICH;
    }
  }

  function put(value, parts, path) {
    const given = direct(value);
    if (given === null && path.tellsNull) return "0";
    if (given !== RICH) return parts.push(given), "v";
    switch (typeof value) {
      case "object": return putObject(value, parts, path);
      case "function": return putFunction(value, parts);
      case "string": return parts.push(stringify(value)), "s";
      case "number": return parts.push(value), "i";
      case "bigint": return parts.push(value.toString()), "n";
      default: return parts.push(core.symbolName(value)), "v";
    }
  }

  function putFunction(value, parts) {
    const known = record(value);
    // A function that methods of an emitter were mixed into is one all the same.
    if (known === undefined || known.adopted) return parts.push(core.identity(value), value), "f";
    if (known.classId !== undefined) return parts.push(known.classId), "c";
    return parts.push(known.handle), "h";
  }

  function putObject(value, parts, path) {
    const known = record(value);
    if (known !== undefined) {
      if (known.shape !== undefined && known.shape.open) core.shareOwn(value, known);
      return parts.push(known.handle), "h";
    }
    const proto = getPrototypeOf(value);
    if (proto === Plain || proto === null) return putPlain(value, parts, path);
    const foreign = core.foreign.get(proto);
    if (foreign === "plain") return putPlain(value, parts, path);
    if (Array.isArray(value)) return putArray(value, parts, path);
    if (isView(value) || value instanceof ArrayBuffer) return putBytes(bytesOf(value), parts, path);
    if (value instanceof Date || foreign === "date") return parts.push(value.getTime()), "t";
    if (value instanceof Error || isError(value)) return putError(value, parts);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return put(value.valueOf(), parts, path);
    }
    const adopted = core.adoptCrossing(value);
    if (adopted !== undefined) return parts.push(adopted.handle), "h";
    return parts.push(core.identity(value), value), "o";
  }

  function entered(value, path) {
    return path.length < DEEPEST && path.indexOf(value) < 0;
  }

  function putPlain(value, parts, path) {
    if (!entered(value, path)) return parts.push(core.identity(value), value), "o";
    path.push(value);
    parts.push(value);
    let spec = "{";
    const names = keys(value);
    for (let i = 0; i < names.length; i++) {
      const key = direct(names[i]);
      if (key === RICH) spec += (parts.push(stringify(names[i])), "K");
      else spec += (parts.push(key), "k");
      spec += put(value[names[i]], parts, path);
    }
    path.pop();
    return spec + "}";
  }

  function putArray(value, parts, path) {
    if (!entered(value, path)) return parts.push(core.identity(value), value), "o";
    path.push(value);
    parts.push(value);
    let spec = "[";
    for (let i = 0; i < value.length; i++) spec += put(value[i], parts, path);
    path.pop();
    return spec + "]";
  }

  function bytesOf(value) {
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (value instanceof Uint8Array || !value.buffer) return value;
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }

  function putBytes(bytes, parts, path) {
    if (path.bytes === undefined) path.bytes = [];
    path.bytes.push(parts.length);
    parts.push(bytes, 0);
    return "b";
  }

  // Memory that Python sees as well: see passage.py.
  let inward;
  let outward;
  core.shareMemory = function (into, out) {
    inward = into;
    outward = new Uint8Array(out);
  };

  // Lay the bytes among `parts` where Python copies them. Nothing of the program may run between the two, so it is done
  // when all else is encoded.
  function layBytes(places, parts) {
    let end = 0;
    for (const place of places) {
      const bytes = parts[place];
      const size = lengthOf.call(bytes);
      if (outward === undefined || size > lengthOf.call(outward) - end) {
        parts[place] = toBase64.call(bytes);
      } else {
        setBytes.call(outward, bytes, end);
        parts[place] = end;
        parts[place + 1] = size;
        end += size;
      }
    }
  }

  const printable = (text) => direct(toWellFormed.call(text).split("\0").join("\\0"));

  function text(value, name) {
    try {
      return printable(value[name] === undefined ? "" : String(value[name]));
    } catch (unprintable) {
      return "";
    }
  }

  function putError(value, parts) {
    parts.push(core.identity(value), value, text(value, "name"), text(value, "message"), text(value, "stack"));
    return "e";
  }

  const symbols = new Map();
  core.symbolName = function (symbol) {
    let name = symbols.get(symbol);
    if (name === undefined) symbols.set(symbol, (name = `${String(symbol)}#${symbols.size}`));
    return name;
  };

  core.direct = direct;

  // `parts`, the arguments of a call of Python's, with the spec and the parts of `values` behind them. Python has one
  // nothing; null is another if it is to be told from undefined.
  core.encode = function (values, parts, tellsNull) {
    const at = parts.push("") - 1;
    let spec = "";
    const path = [];
    if (tellsNull) path.tellsNull = true;
    for (let i = 0; i < values.length; i++) spec += put(values[i], parts, path);
    if (path.bytes !== undefined) layBytes(path.bytes, parts);
    parts[at] = direct(spec);
    return parts;
  };

  // The same for who only hands them on: objects cross as they are, and nobody looks inside.
  core.encodeUnopened = function (values, parts) {
    const at = parts.push("") - 1;
    const path = [];
    for (const value of values) {
      const whole = typeof value === "object" && value !== null && core.record(value) === undefined;
      parts[at] += whole ? (parts.push(core.identity(value), value), "o") : put(value, parts, path);
    }
    if (path.bytes !== undefined) layBytes(path.bytes, parts);
    return parts;
  };

  // -- results of calls -----------------------------------------------------------------------------

  // What a function called from Python gives back: a primitive, or RICH after the value was handed over.
  core.give = function (value) {
    const given = direct(value);
    if (given === RICH) core.py.returned(...core.encode([value], []));
    return given;
  };

  core.fail = function (error) {
    if (error !== null && typeof error === "object" && isError(error)) {
      if (typeof error.stack !== "string") setStack(error);
    }
    core.py.threw(...core.encode([error], []));
    return RICH;
  };

  // What a JSON text spells; an object is not copied.
  core.parse = function (text) {
    try {
      core.py.returned(...core.encodeUnopened([parse(core.unbox([text])[0])], []));
    } catch (error) {
      core.fail(error);
    }
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

  // A value that cannot cross by itself: a string with a NUL or a lone surrogate, a null that is told from undefined.
  class Box {
    constructor(value) {
      this.value = value;
      boxes++;
    }
  }
  let boxes = 0; // that are on their way: most calls have none, and need not be looked through
  core.boxText = (json) => new Box(JSON.parse(json));
  core.boxNull = () => new Box(null);

  function unbox(values) {
    for (let i = 0; boxes > 0 && i < values.length; i++) values[i] = unboxed(values[i]);
    return values;
  }

  function unboxed(value) {
    if (boxes === 0 || !(value instanceof Box)) return value;
    boxes--;
    return value.value;
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
  core.takeBytes = (size) => core.showBytes(new Uint8Array(sliceMemory.call(inward, 0, size)));
  core.makeBytes = (encoded) => core.showBytes(fromBase64.call(Uint8Array, encoded));
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
    return unboxed(result);
  };
});
