// Properties that functions, regular expressions and errors had as their own and the engine has on prototypes: whoever
// lists or describes an object's own properties sees them. What shapes.js presents as plain is told as that.
(function (core) {
  const { isError } = Error;
  const { defineProperty, getOwnPropertyNames, getOwnPropertyDescriptor } = Object;
  const tag = Object.prototype.toString;

  const fixed = (value) => ({ value, writable: false, enumerable: false, configurable: false });
  const plain = (value) => ({ value, writable: true, enumerable: false, configurable: true });

  const OF_FUNCTIONS = {
    behind: ["length", "name"],
    describe: { __proto__: null, arguments: () => fixed(null), caller: () => fixed(null) },
  };
  const OF_REGEXPS = { behind: [], describe: { __proto__: null } };
  for (const name of ["source", "global", "ignoreCase", "multiline"]) {
    OF_REGEXPS.describe[name] = (object) => fixed(object[name]);
  }
  const OF_ERRORS = {
    behind: ["stack"],
    describe: {
      __proto__: null,
      arguments: () => plain(undefined),
      type: () => plain(undefined),
    },
  };

  function missing(object) {
    if (typeof object === "function") return object === Function.prototype ? undefined : OF_FUNCTIONS;
    if (object === null || typeof object !== "object") return undefined;
    if (isError(object)) return OF_ERRORS;
    return tag.call(object) === "[object RegExp]" && "lastIndex" in object ? OF_REGEXPS : undefined;
  }

  function makeNames(names) {
    return function (object) {
      const found = names(object);
      const more = missing(object);
      if (more === undefined) return found;
      const added = getOwnPropertyNames(more.describe).filter((name) => found.indexOf(name) < 0);
      const leads = (name) => more.behind.indexOf(name) >= 0;
      return [...found.filter(leads), ...added, ...found.filter((name) => !leads(name))];
    };
  }

  function makeDescriptor(descriptor) {
    return function (object, key) {
      const found = core.describeOwn(descriptor(object, key), object, key);
      const more = found === undefined ? missing(object) : undefined;
      const describe = more && more.describe[key];
      return describe ? describe(object) : found;
    };
  }

  // The engine knows of either only whether it may be asked for.
  function tellCallers() {
    const tell = { caller: (f) => core.callerOf(f), arguments: () => null };
    for (const name of ["caller", "arguments"]) {
      const { get } = getOwnPropertyDescriptor(Function.prototype, name);
      defineProperty(Function.prototype, name, {
        get() {
          if (this !== Function.prototype) get.call(this);
          return tell[name](this);
        },
        set() {},
        enumerable: false,
        configurable: true,
      });
    }
  }

  // `replace` puts what is made of an object's member in its place.
  core.showOwn = function (replace) {
    tellCallers();
    replace(Object, "getOwnPropertyNames", makeNames);
    replace(Object, "getOwnPropertyDescriptor", makeDescriptor);
  };
});
