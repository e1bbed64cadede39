// The language of those years: what the engine knows beyond it is taken away from programs, and what was refused
// then is refused. The host's own scripts keep what they took before.
(function (core) {
  const { defineProperty, getOwnPropertyNames, getPrototypeOf } = Object;
  const own = Object.prototype.hasOwnProperty;
  const global = globalThis;
  const words = (text) => text.split(" ");

  const BUILTINS = "Array Boolean Date Error EvalError Function Infinity JSON Math NaN Number Object RangeError " +
    "ReferenceError RegExp String SyntaxError TypeError URIError decodeURI decodeURIComponent encodeURI " +
    "encodeURIComponent escape eval isFinite isNaN parseFloat parseInt undefined unescape";
  const TYPED = "ArrayBuffer DataView Float32Array Float64Array Int16Array Int32Array Int8Array Uint16Array " +
    "Uint32Array Uint8Array Uint8ClampedArray";

  const MEMBERS = {
    Object: "create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf " +
      "is isExtensible isFrozen isSealed keys preventExtensions seal",
    "Function.prototype": "apply arguments bind call caller constructor toString",
    Array: "isArray",
    "Array.prototype": "concat constructor every filter forEach indexOf join lastIndexOf map pop push reduce " +
      "reduceRight reverse shift slice some sort splice toLocaleString toString unshift",
    String: "fromCharCode",
    "String.prototype": "anchor big blink bold charAt charCodeAt concat constructor fixed fontcolor fontsize indexOf " +
      "italics lastIndexOf link localeCompare match replace search slice small split strike sub substr substring sup " +
      "toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimLeft trimRight valueOf",
    Number: "MAX_VALUE MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY isFinite isNaN",
    Math: "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random " +
      "round sin sqrt tan",
    JSON: "parse stringify",
    RegExp: "",
    Error: "captureStackTrace stackTraceLimit prepareStackTrace",
    ArrayBuffer: "",
    "ArrayBuffer.prototype": "byteLength constructor slice",
    TypedArray: "",
    Uint8Array: "BYTES_PER_ELEMENT",
    "Uint8Array.prototype": "BYTES_PER_ELEMENT constructor",
    "TypedArray.prototype": "buffer byteLength byteOffset constructor length set subarray",
    "DataView.prototype": "buffer byteLength byteOffset constructor " + ["Int8", "Uint8", "Int16", "Uint16", "Int32",
      "Uint32", "Float32", "Float64"].map((kind) => `get${kind} set${kind}`).join(" "),
  };

  function holder(path) {
    const [name, part] = path.split(".");
    const found = name === "TypedArray" ? getPrototypeOf(Uint8Array) : global[name];
    return part ? found[part] : found;
  }

  // Symbols stay: the language itself needs them, and a program has no way to name one.
  function reduce(object, allowed) {
    const kept = new Set([...words(allowed), "length", "name", "prototype"]);
    for (const name of getOwnPropertyNames(object)) if (!kept.has(name)) delete object[name];
  }

  function named(f, name, length) {
    defineProperty(f, "name", { value: name, configurable: true });
    defineProperty(f, "length", { value: length, configurable: true });
    return f;
  }

  function replace(object, name, make) {
    const original = object[name];
    defineProperty(object, name, {
      value: core.asNative(named(make(original), name, original.length)),
      writable: true,
      enumerable: false,
      configurable: true,
    });
  }

  // -- what was refused -------------------------------------------------------------------------------

  const primitive = (value) => value === null || (typeof value !== "object" && typeof value !== "function");

  const ONLY_OBJECTS = "freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf isExtensible isFrozen " +
    "isSealed keys preventExtensions seal";

  function refusePrimitives() {
    for (const name of words(ONLY_OBJECTS)) {
      replace(Object, name, (original) => function (object, key) {
        if (primitive(object)) throw new TypeError(`Object.${name} called on non-object`);
        return original(object, key);
      });
    }
  }

  // `__proto__` was a property of every object, also of one without a prototype.
  function keepProto() {
    const { create, setPrototypeOf } = Object;
    const magic = {
      get() { return getPrototypeOf(this); },
      set(value) {
        delete this.__proto__;
        if (value === null || !primitive(value)) setPrototypeOf(this, value);
      },
      enumerable: false,
      configurable: true,
    };
    replace(Object, "create", () => function (prototype, properties) {
      const made = create(prototype, properties);
      return prototype === null ? defineProperty(made, "__proto__", magic) : made;
    });
  }

  function refuseDigits() {
    for (const [name, least] of [["toFixed", 0], ["toExponential", 0], ["toPrecision", 1]]) {
      replace(Number.prototype, name, (original) => function (digits) {
        const wanted = Math.floor(+digits);
        if (digits !== undefined && (wanted < least || wanted > 20 + least)) {
          throw new RangeError(least === 0
            ? `${name}() ${name === "toFixed" ? "digits argument" : "argument"} must be between 0 and 20`
            : "toPrecision() argument must be between 1 and 21");
        }
        return original.call(this, digits);
      });
    }
  }

  // -- texts ------------------------------------------------------------------------------------------

  // Where JSON stops to be JSON: the rest of the text from there.
  function failing(text) {
    const token = /\s*(?:("(?:[^"\\\x00-\x1f]|\\(?:["\\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.eE]))|(true|false|null)|([\[\]{},:]))/y;
    const SPACE = /^[ \t\r\n]*/;
    let at = 0;
    let exact = false;
    const rest = () => (exact ? text.slice(at) : text.slice(at).replace(SPACE, ""));
    const next = () => {
      token.lastIndex = at;
      const found = token.exec(text);
      return found === null || /[^ \t\r\n]/.test(found[0].slice(0, -found[0].trimLeft().length)) ? null : found;
    };
    const eat = (mark) => {
      const found = next();
      if (found === null || found[4] !== mark) return false;
      at = token.lastIndex;
      return true;
    };
    const list = (end, item) => {
      if (eat(end)) return true;
      do if (!item()) return false; while (eat(","));
      return eat(end);
    };
    const member = () => {
      const found = next();
      if (found === null) return tornKey();
      if (found[1] === undefined) return false;
      at = token.lastIndex;
      return eat(":") && value();
    };
    const value = () => {
      if (eat("[")) return list("]", value);
      if (eat("{")) return list("}", member);
      const found = next();
      if (found === null) return torn();
      if (found[4] !== undefined) return false;
      at = token.lastIndex;
      return true;
    };
    // What begins as a value and goes wrong is left at the character where it does.
    const torn = () => {
      const begun = rest();
      const part = LITERAL.exec(begun) || BEGUN.exec(begun);
      at = text.length - begun.length + part[0].length;
      exact = part[0] !== "";
      return false;
    };
    // A key was first tried as a simple one, and what was wrong with that one is its first character.
    const tornKey = () => {
      const begun = rest();
      if (begun[0] !== '"') return false;
      if (/[^\x00-\x7f]/.test(text) || BEGUN.exec(begun)[0].indexOf("\\") >= 0) return torn();
      at = text.length - begun.length + 1;
      exact = true;
      return false;
    };
    value();
    return rest();
  }

  const BEGUN = /^(?:"(?:[^"\\\x00-\x1f]|\\(?:["\\\/bfnrt]|u[\da-fA-F]{4}))*(?:\\(?:u[\da-fA-F]{0,3})?)?|-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?\d*)?)?|)/;
  const LITERAL = /^(?:t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?)/;

  function unexpected(rest) {
    if (rest === "") return "Unexpected end of input";
    if (rest[0] === '"') return "Unexpected string";
    return /^[-\d]/.test(rest) ? "Unexpected number" : "Unexpected token " + rest[0];
  }

  // Whether it was JSON, not a program, that was wrong.
  const ofJSON = core.ofJSON || (core.ofJSON = new WeakSet());
  core.isOfJSON = (error) => ofJSON.has(error);

  // What nobody catches is shown at its place in the text, which is a file without a name.
  function wrongJSON(text) {
    const rest = failing(text);
    const explained = new SyntaxError(unexpected(rest));
    ofJSON.add(explained);
    const lines = text.slice(0, text.length - rest.length).split("\n");
    core.noteThrow(explained, { name: "undefined", source: text }, `${lines.length}:${lines[lines.length - 1].length + 1}`);
    return explained;
  }

  // What is shorter has no 2,732 pairs of brackets.
  const LONG = 2 * 2732;

  // A long text may nest about as deep as in V8, no deeper: the time that JSON.stringify takes grows with the
  // square of the depth, and what a program sends may have come from outside.
  function parseLong(parse, text) {
    let outcome;
    core.py.onLittleStack(() => {
      try {
        outcome = { value: parse(text) };
      } catch (error) {
        outcome = { error };
      }
    });
    if (outcome === undefined) throw new RangeError("Maximum call stack size exceeded");
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  function explainJSON() {
    replace(JSON, "parse", (parse) => function (given, reviver) {
      const text = String(given);
      let value;
      try {
        value = text.length > LONG ? parseLong(parse, text) : parse(text);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw wrongJSON(text);
      }
      return typeof reviver === "function" ? parse(text, reviver) : value;
    });
  }

  // Dates were written with the name of their zone, and the locale's way was the plain one.
  function nameZones(zoneName) {
    const { toString, toTimeString, toDateString, getTime } = Date.prototype;
    const zoned = (write) => () => function () {
      const text = write.call(this);
      return isNaN(getTime.call(this)) || /\)$/.test(text) ? text : `${text} (${zoneName(getTime.call(this))})`;
    };
    const DAYS = words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday");
    const MONTHS = words("January February March April May June July August September October November December");
    replace(Date.prototype, "toString", zoned(toString));
    replace(Date.prototype, "toTimeString", zoned(toTimeString));
    replace(Date.prototype, "toLocaleString", zoned(toString));
    replace(Date.prototype, "toLocaleTimeString", () => function () {
      return isNaN(getTime.call(this)) ? "Invalid Date" : toTimeString.call(this).slice(0, 8);
    });
    replace(Date.prototype, "toLocaleDateString", () => function () {
      if (isNaN(getTime.call(this))) return toDateString.call(this);
      const day = ("0" + this.getDate()).slice(-2);
      return `${DAYS[this.getDay()]}, ${MONTHS[this.getMonth()]} ${day}, ${this.getFullYear()}`;
    });
  }

  // RegExp.$1 and its like cost every match, so they are there from the first script on that mentions them.
  const MENTIONS = /\bRegExp\s*(?:\.\s*(?:\$|last|left|right|input|multiline)|\[)/;
  let remembering = false;

  core.beforeCompiling = function (source) {
    if (!remembering && MENTIONS.test(source)) {
      remembering = true;
      rememberMatches();
    }
  };

  function rememberMatches() {
    const { exec } = RegExp.prototype;
    let last = [""];
    last.index = 0;
    last.input = "";
    replace(RegExp.prototype, "exec", () => function (text) {
      const found = exec.call(this, text);
      if (found !== null) last = found;
      return found;
    });
    const parts = {
      input: () => last.input,
      lastMatch: () => last[0],
      lastParen: () => (last.length > 1 ? last[last.length - 1] || "" : ""),
      leftContext: () => last.input.slice(0, last.index),
      rightContext: () => last.input.slice(last.index + last[0].length),
    };
    for (let i = 1; i < 10; i++) parts["$" + i] = () => last[i] || "";
    const aliases = { $_: "input", "$&": "lastMatch", "$+": "lastParen", "$`": "leftContext", "$'": "rightContext" };
    for (const name in aliases) parts[name] = parts[aliases[name]];
    for (const name in parts) {
      defineProperty(RegExp, name, { get: parts[name], set() {}, enumerable: false, configurable: true });
    }
  }

  // Leaves programs the language of their time; `added` are the globals that the runtime itself defined.
  core.limitLanguage = function (typedArrays, added, zoneName) {
    keepProto();
    for (const path in MEMBERS) if (own.call(MEMBERS, path)) reduce(holder(path), MEMBERS[path]);
    refusePrimitives();
    refuseDigits();
    explainJSON();
    nameZones(zoneName);
    core.restoreBuiltins(replace);
    core.showOwn(replace);
    const kept = new Set([...words(BUILTINS), ...(typedArrays ? words(TYPED) : []), ...added]);
    for (const name of getOwnPropertyNames(global)) if (!kept.has(name)) delete global[name];
    if (typedArrays) for (const name of words(TYPED)) defineProperty(global, name, { enumerable: true });
  };
});
