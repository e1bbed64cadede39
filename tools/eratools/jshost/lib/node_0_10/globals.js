// The globals of 0.10, and the modules of the host.
(function (core, host) {
  const global = globalThis;
  const libraries = { __proto__: null };
  const names = new Set([...host.modules, "_stream_duplex", "_stream_passthrough", "_stream_readable",
    "_stream_transform", "_stream_writable", "assert", "buffer", "console", "module", "path", "repl", "sys", "tty", "util",
    "vm"]);

  // -- modules of the host ----------------------------------------------------------------------------

  const UNSEEN = ["module", "repl", "repl_completion", "startup", "vm"]; // whose calls no stack shows
  const WRAPPER = "(function (exports, require, module, __filename, __dirname) { ";

  const shown = (file, type, name, method, line, column) => ({ file, type, name, method, line, column });

  // How stacks showed the calls of the host's own functions: file -> name -> what it shows; see js/frames.js.
  core.shownCalls = {
    "jshost/language.js": {
      parse: { ...shown(null, "Object", "parse", "parse", null, null), isNative: true },
    },
    "jshost/lib/node_0_10/globals.js": {
      compiling: shown("module.js", "Module", "Module._compile", "_compile", 439, 25),
    },
  };

  const named = (f) => Object.defineProperty(f, "name", { value: "Object.<anonymous>" });

  // The function that a program's file is within its wrapper.
  function compile(source, filename) {
    core.beforeCompiling(source);
    const [text, inserted] = host.rewrite(source);
    return named(core.orTellPlace(function compiling() {
      core.refuseLater(source, (line, column) => host.showPlace(filename, line, column, ""));
      return core.evaluateRewritten(filename, source, text, inserted);
    }, host));
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
    const members = host.membersOf(name);
    if (members) arrange(module.exports, members);
    return module.exports;
  }

  const internal = { core, host, builtin, compile, shown, WRAPPER, isBuiltin: (name) => names.has(name) };

  function arrange(exports, members) {
    core.arrange(exports, members);
    for (const name of Object.keys(exports)) {
      const { value } = Object.getOwnPropertyDescriptor(exports, name);
      if (typeof value === "function") core.arrangeClass(value.prototype);
    }
  }

  function internalRequire(name) {
    return name === "internal" ? internal : builtin(name);
  }

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
