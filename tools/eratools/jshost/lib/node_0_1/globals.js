// The globals and the module system of 0.1.
(function (core, host) {
  const GLOBAL = globalThis;
  const engineNames = new Set(Object.getOwnPropertyNames(GLOBAL));
  const WRAPPER = "(function (exports, require, module, __filename) { ";
  const process = host.era("process");
  const python = {}; // modules that are Python, by name
  const modules = host.modules.map((name) => name.replace(/_$/, ""));

  // -- sys ------------------------------------------------------------------------------------------

  const quote = (text) => JSON.stringify(text);

  function scalar(value) {
    if (typeof value === "string") return quote(value);
    if (typeof value === "function") return "[Function]";
    if (value === null || typeof value !== "object") return String(value);
    if (value instanceof Date || value instanceof RegExp) return String(value);
    if (value instanceof Error) return "[" + value + "]";
    return undefined;
  }

  function show(value, indent, parents) {
    const simple = scalar(value);
    if (simple !== undefined) return simple;
    if (parents.indexOf(value) >= 0) return "[Circular]";
    const below = [...parents, value];
    const array = Array.isArray(value);
    const lines = array
      ? [...value].map((item) => show(item, indent + " ", below))
      : Object.keys(value).map((key) => quote(key) + ": " + show(value[key], indent + " ", below));
    const [open, close] = array ? "[]" : "{}";
    if (lines.length === 0) return open + close;
    return `${open}\n${indent} ${lines.join(",\n" + indent + " ")}\n${indent}${close}`;
  }

  function inherits(constructor, superConstructor) {
    const between = function () {};
    between.prototype = superConstructor.prototype;
    constructor.super_ = superConstructor;
    constructor.prototype = new between();
    constructor.prototype.constructor = constructor;
  }

  // What a program of JavaScript gives is made text here, where its objects are at home.
  function extendSys(sys) {
    for (const name of ["puts", "print", "debug", "error"]) {
      const write = sys[name];
      sys[name] = function (value) { write(String(value)); };
    }
    sys.inspect = (value) => show(value, "", []);
    sys.p = (value) => sys.error(sys.inspect(value));
    sys.inherits = inherits;
    return sys;
  }

  // -- modules ----------------------------------------------------------------------------------------

  const cache = {};

  function Module(id, parent) {
    this.id = id;
    this.exports = {};
    this.parent = parent;
    if (parent) parent.children.push(this);
    this.filename = null;
    this.loaded = false;
    this.children = [];
  }

  function builtin(name) {
    if (!(name in python)) {
      const source = host.library(name);
      const module = source === undefined ? host.pythonModule(name) : library(name, source);
      python[name] = name === "sys" ? extendSys(module) : module;
    }
    return python[name];
  }

  // A module of the host's own JavaScript, which asks for `internal` to reach beyond what programs reach.
  function library(name, source) {
    const module = { exports: {}, id: name };
    const require = (wanted) => (wanted === "internal" ? { core, host } : builtin(wanted));
    const f = core.evaluateOwn(name + ".js", WRAPPER + source + "\n})", true, WRAPPER.length);
    f.call(module.exports, module.exports, require, module, name + ".js");
    return module.exports;
  }

  // Python finds every module, and loads those that are not JavaScript.
  const loader = host.loader();
  const paths = loader.paths;

  // An error of this side, whose stack names who required it.
  function find(name, module) {
    try {
      return loader.find(name, module.filename);
    } catch (error) {
      throw new Error(error.message);
    }
  }

  function required(name, module) {
    const filename = find(name, module);
    if (loader.language(filename) === ".js") return load(filename, module, name).exports;
    const loaded = loader.load(filename, module, name);
    if (loaded.parent === module && module.children.indexOf(loaded) < 0) module.children.push(loaded);
    return loaded.exports;
  }

  function load(filename, parent, id) {
    if (cache[filename]) return cache[filename];
    const module = (cache[filename] = new Module(id, parent));
    module.filename = filename;
    if (!parent) loader.main = module;
    let done = false;
    try {
      run(module, loader.source(filename));
      done = true;
    } finally {
      if (!done) delete cache[filename];
    }
    module.loaded = true;
    return module;
  }

  // What Python requires: a plain object is handed over itself, for more may be exported later.
  core.requireForPython = function (...given) {
    try {
      const { exports } = load(...core.unbox(given));
      if (exports === null || typeof exports !== "object" || core.record(exports)) return core.give(exports);
      core.py.returned("o", core.identity(exports), exports);
      return core.RICH;
    } catch (error) {
      return core.fail(error);
    }
  };

  function makeRequire(module) {
    function require(name) {
      if (modules.indexOf(name) >= 0) return builtin(name);
      return required(name, module);
    }
    require.paths = paths;
    require.main = loader.main;
    require.async = function (name, callback) {
      const promise = new process.Promise();
      GLOBAL.setTimeout(function () {
        let exports;
        try {
          exports = require(name);
        } catch (error) {
          promise.emitError(error);
          return;
        }
        promise.emitSuccess(exports);
      }, 0);
      if (callback) promise.addCallback(callback);
      return promise;
    };
    return require;
  }

  function run(module, source) {
    const { filename } = module;
    const text = WRAPPER + source.replace(/^#!.*/, "") + "\n})";
    const f = core.evaluate(filename, text, false, WRAPPER.length);
    Object.defineProperty(f, "name", { value: "Object.<anonymous>" });
    module.require = makeRequire(module);
    f.call(module.exports, module.exports, module.require, module, filename);
  }

  // -- process ----------------------------------------------------------------------------------------

  function mixin(...objects) {
    const deep = objects[0] === true;
    if (deep) objects.shift();
    if (objects.length < 2) objects.unshift(GLOBAL);
    const target = objects.shift();
    for (const source of objects) {
      if (source === null || source === undefined) continue;
      for (const name in source) {
        const value = source[name];
        if (value === undefined || value === target) continue;
        target[name] = deep && isPlain(value)
          ? mixin(true, isPlain(target[name]) ? target[name] : Array.isArray(value) ? [] : {}, value)
          : value;
      }
    }
    return target;
  }

  const isPlain = (value) =>
    Array.isArray(value) || (value !== null && typeof value === "object" &&
      Object.getPrototypeOf(value) === Object.prototype);

  process.mixin = mixin;
  // Python's own class of that name stays what it is to modules in Python.
  Object.defineProperty(process, "Module", { value: Module, writable: true, configurable: true });
  process.compile = (source, origin) => core.evaluate(String(origin || "undefined"), source, false, 0);
  process.inherits = inherits;

  // -- timers -----------------------------------------------------------------------------------------

  // The functions stay on this side: a timer that Python held them for could never be collected together
  // with a function that refers to it.
  const callbacks = new Map();
  const keys = new WeakMap();
  let lastKey = 0;

  function starter(name, once) {
    const start = host.part("timers", name);
    return function (callback, delay) {
      if (typeof callback !== "function") throw new TypeError("First argument must be a function");
      const key = ++lastKey;
      callbacks.set(key, callback);
      const timer = start(fire(key, once), delay);
      keys.set(timer, key);
      return timer;
    };
  }

  function fire(key, once) {
    return function () {
      const callback = callbacks.get(key);
      if (once) callbacks.delete(key);
      if (callback !== undefined) callback();
    };
  }

  function stopper(name) {
    const stop = host.part("timers", name);
    return function (timer) {
      if (timer === null || typeof timer !== "object") return;
      callbacks.delete(keys.get(timer));
      stop(timer);
    };
  }

  GLOBAL.setTimeout = starter("setTimeout", true);
  GLOBAL.setInterval = starter("setInterval", false);
  GLOBAL.clearTimeout = stopper("clearTimeout");
  GLOBAL.clearInterval = stopper("clearInterval");

  // -- globals ----------------------------------------------------------------------------------------

  function define(name, value) {
    Object.defineProperty(GLOBAL, name, { value, writable: true, configurable: true });
  }

  function moved(message) {
    return function () { throw new Error(message); };
  }

  define("GLOBAL", GLOBAL);
  define("process", process);
  for (const name of ["puts", "print", "p"]) {
    define(name, moved(`${name}() has moved. Use require('sys') to bring it back.`));
  }
  define("include", moved("include() has been removed. Use process.mixin(GLOBAL, require('file')) instead."));
  define("node", new Proxy({}, {
    get(_, name) {
      if (typeof name !== "string") return undefined;
      throw new Error(`node.${name} has moved. The node namespace is now process; see also require('posix'), require('tcp') and require('http').`);
    },
  }));
  // The seconds of a date were whole in JSON.
  const twoDigits = (number) => (number < 10 ? "0" : "") + number;
  Date.prototype.toJSON = function () {
    const date = [this.getUTCFullYear(), this.getUTCMonth() + 1, this.getUTCDate()].map(twoDigits).join("-");
    return `${date}T${[this.getUTCHours(), this.getUTCMinutes(), this.getUTCSeconds()].map(twoDigits).join(":")}Z`;
  };
  Object.defineProperty(Date.prototype, "toJSON", { enumerable: false });
  core.guardErrors();
  const added = Object.getOwnPropertyNames(GLOBAL).filter((name) => !engineNames.has(name));
  core.limitLanguage(false, added, (time) => host.zoneName(time));
  return (path) => { load(path, null, "."); };
});
