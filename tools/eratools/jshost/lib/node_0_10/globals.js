// The globals and the module system of 0.10.
(function (core, host) {
  const global = globalThis;
  const libraries = { __proto__: null };
  const names = new Set([...host.modules, "assert", "buffer", "console", "module", "path", "repl", "sys", "tty", "util", "vm"]);

  // -- modules of the host ----------------------------------------------------------------------------

  const UNSEEN = ["repl", "repl_completion", "startup", "vm"]; // whose calls no stack shows
  const WRAPPER = "(function (exports, require, module, __filename, __dirname) { ";

  const named = (f) => Object.defineProperty(f, "name", { value: "Object.<anonymous>" });

  function compile(source, filename) {
    core.beforeCompiling(source);
    core.refuseLater(WRAPPER + source, (line, column) => host.showPlace(filename, line, column, ""));
    const whole = WRAPPER + source + "\n})";
    const [text, inserted] = host.rewrite(whole);
    return named(core.orTellPlace(() => core.evaluateRewritten(filename, whole, text, inserted), host));
  }

  function builtin(name) {
    if (name in libraries) return libraries[name].exports;
    const module = (libraries[name] = { exports: {}, id: name });
    const source = host.library(name);
    if (source === undefined) module.exports = host.pythonModule(name);
    else {
      const f = named(core.evaluateOwn(name + ".js", WRAPPER + source + "\n})", UNSEEN.indexOf(name) >= 0, 0));
      f.call(module.exports, module.exports, internalRequire, module, name + ".js", "");
    }
    return module.exports;
  }

  function internalRequire(name) {
    return name === "internal" ? { core, host, builtin, requireOf } : builtin(name);
  }

  // -- modules of programs ----------------------------------------------------------------------------

  function Module(id, parent) {
    this.id = id;
    this.exports = {};
    this.parent = parent;
    if (parent && parent.children) parent.children.push(this);
    this.filename = null;
    this.loaded = false;
    this.children = [];
  }

  Module._cache = {};
  Module._pathCache = {};
  Module._extensions = {};
  Module.globalPaths = host.lookupPaths();
  Module.Module = Module;
  Module.wrapper = [WRAPPER, "\n});"];
  Module.wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];

  Module._nodeModulePaths = (from) => host.upward(host.absolute(from));

  function find(request, from) {
    try {
      return host.find(request, from, Module.globalPaths, Object.keys(Module._extensions));
    } catch (error) {
      if (typeof error.package === "string") parsePackage(error.package);
      throw error;
    }
  }

  // What is wrong with a package.json is told in the words of the time.
  function parsePackage(file) {
    try {
      JSON.parse(host.read(file));
    } catch (error) {
      error.path = file;
      error.message = "Error parsing " + file + ": " + error.message;
      throw error;
    }
  }

  Module._resolveFilename = function (request, parent) {
    if (names.has(request)) return request;
    const from = parent && parent.filename ? host.directory(parent.filename) : process.cwd();
    const filename = find(request, from);
    if (filename === undefined) {
      const error = new Error("Cannot find module '" + request + "'");
      error.code = "MODULE_NOT_FOUND";
      throw error;
    }
    return filename;
  };

  Module._load = function (request, parent, isMain) {
    const filename = Module._resolveFilename(request, parent);
    if (names.has(filename)) return builtin(filename);
    const cached = Module._cache[filename];
    if (cached) return cached.exports;
    const module = new Module(filename, parent);
    if (isMain) {
      process.mainModule = module;
      module.id = ".";
    }
    Module._cache[filename] = module;
    let failed = true;
    try {
      module.load(filename);
      failed = false;
    } finally {
      if (failed) delete Module._cache[filename];
    }
    return module.exports;
  };

  Module.prototype.load = function (filename) {
    this.filename = filename;
    this.paths = Module._nodeModulePaths(host.directory(filename));
    const dot = filename.lastIndexOf(".");
    const extension = dot > filename.lastIndexOf("/") + 1 ? filename.slice(dot) : ".js";
    (Module._extensions[extension] || Module._extensions[".js"])(this, filename);
    this.loaded = true;
  };

  Module.prototype.require = function (path) {
    const assert = builtin("assert");
    assert(typeof path === "string", "path must be a string");
    assert(path, "missing path");
    return Module._load(path, this);
  };

  function requireOf(module) {
    function require(path) { return module.require(path); }
    require.resolve = (request) => Module._resolveFilename(request, module);
    Object.defineProperty(require, "paths", {
      get() { throw new Error("require.paths is removed. Use node_modules folders, or the NODE_PATH environment variable instead."); },
    });
    require.main = process.mainModule;
    require.extensions = Module._extensions;
    require.registerExtension = function () {
      throw new Error("require.registerExtension() removed. Use require.extensions instead.");
    };
    require.cache = Module._cache;
    return require;
  }

  Module.prototype._compile = function (content, filename) {
    const f = compile(content.replace(/^#!.*/, ""), filename);
    return f.call(this.exports, this.exports, requireOf(this), this, filename, host.directory(filename));
  };

  Module._extensions[".js"] = (module, filename) => module._compile(host.read(filename), filename);
  Module._extensions[".json"] = function (module, filename) {
    try {
      module.exports = JSON.parse(host.read(filename));
    } catch (error) {
      error.message = filename + ": " + error.message;
      throw error;
    }
  };
  Module._extensions[".node"] = function (module, filename) {
    throw new Error(filename + ": a binary addon cannot be loaded here");
  };
  Module.runMain = (path) => Module._load(path, null, true);
  libraries.module = { exports: Module };

  // -- globals ----------------------------------------------------------------------------------------

  function define(name, value) {
    Object.defineProperty(global, name, { value, writable: true, enumerable: true, configurable: true });
  }

  function lazy(name, get) {
    Object.defineProperty(global, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = get();
        define(name, value);
        return value;
      },
      set(value) { define(name, value); },
    });
  }

  // What V8 had of a collection when it was a flag that gave it.
  function collection(name, Kind, methods) {
    const Old = function () { return Reflect.construct(Kind, [], new.target || Old); };
    Object.defineProperty(Old, "name", { value: name });
    for (const method of methods) {
      Object.defineProperty(Old.prototype, method, { value: Kind.prototype[method], writable: true, configurable: true });
    }
    return Old;
  }

  const TIMERS = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"];
  const GLOBALS = ["global", "GLOBAL", "root", "process", "Buffer", "console", ...TIMERS];
  const process = host.process();
  global.global = global.GLOBAL = global.root = global;
  define("process", process);
  define("Buffer", builtin("buffer").Buffer);
  lazy("console", () => builtin("console"));
  for (const name of TIMERS) {
    const timer = builtin("timers")[name];
    global[name] = timer;
  }
  core.needsNoThis(process);
  const DEEP_TICK = "(node) warning: Recursive process.nextTick detected. This will break in the next version of " +
    "node. Please use setImmediate for recursive deferral.";
  const kind = process.constructor;
  Object.defineProperty(kind, "name", { value: "process" });
  Object.defineProperty(kind.prototype, Symbol.toStringTag, { value: "process" });
  process.env = core.strings(host);
  process.EventEmitter = builtin("events").EventEmitter;
  process.moduleLoadList = [];
  if (process.send) builtin("child_process"); // so that messages are JSON as JavaScript makes it
  for (const does of ["no", "trace", "throw"]) {
    if (host.hasFlag(does + "_deprecation")) process[does + "Deprecation"] = true;
  }
  if (host.hasFlag("expose_gc")) {
    global.gc = () => host.collect();
    GLOBALS.push("gc");
  }
  if (host.hasFlag("harmony") || host.hasFlag("harmony_collections")) {
    define("Map", collection("Map", Map, ["get", "set", "has", "delete"]));
    define("Set", collection("Set", Set, ["add", "has", "delete"]));
    define("WeakMap", collection("WeakMap", WeakMap, ["get", "set", "has", "delete"]));
    GLOBALS.push("Map", "Set", "WeakMap");
  }
  function warn(message) {
    if (process.throwDeprecation) throw new Error(message);
    if (process.traceDeprecation) console.trace(message);
    else console.error(message);
  }
  host.onDeepTick(process, () => warn(DEEP_TICK));
  const silent = host.hasFlag("no_deprecation"); // what a program sets later concerns its own functions alone
  host.onDeprecated((message) => { if (!silent) warn(message); });
  process.binding = (name) => { throw new Error("No such module"); };
  process.assert = (value, message) => { if (!value) throw new Error(message || "assertion error"); };
  core.guardErrors();
  core.limitLanguage(true, GLOBALS, (time) => host.zoneName(time));
  // In the order in which a program enumerates them.
  const ORDER = ["ArrayBuffer", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array",
    "Uint32Array", "Float32Array", "Float64Array", "DataView", "global", "process", "GLOBAL", "root", "Buffer", "setTimeout",
    "setInterval", "clearTimeout", "clearInterval", "setImmediate", "clearImmediate", "console"];
  for (const name of ORDER) {
    const property = Object.getOwnPropertyDescriptor(global, name);
    delete global[name];
    Object.defineProperty(global, name, property);
  }
  return builtin("startup");
});
