// `vm`: code that runs beside the program, in its own realm or in another: see js/realms.js.
var internal = require("internal");
var core = internal.core;
var host = internal.host;

module.exports = Script;

function Script(code, filename) {
  if (!(this instanceof Script)) return new Script(code, filename);
  var source = text([code]);
  var file = name(filename);
  check(source, file);
  this.createContext = createContext;
  this.runInThisContext = function () { return here(source, file); };
  this.runInNewContext = function (sandbox) { return inSandbox(source, sandbox, file); };
  this.runInContext = function (context) { return inContext(source, context, file); };
}

Script.Script = Script;
Script.createScript = function (code, filename, displayErrors) { return new Script(code, filename); };
Script.createContext = createContext;
Script.runInThisContext = function (code, filename) { return here(text(arguments), name(filename)); };
Script.runInNewContext = function (code, sandbox, filename) {
  return inSandbox(text(arguments), sandbox, name(filename));
};
Script.runInContext = function (code, context, filename) {
  return inContext(text(arguments), context, name(filename));
};

function text(given) {
  if (given.length < 1) throw new TypeError("needs at least 'code' argument.");
  var source = String(given[0]);
  core.refuseLater(source);
  return source;
}

function name(filename) {
  return filename === undefined ? "evalmachine.<anonymous>" : String(filename);
}

// -- the three ways to run ------------------------------------------------------------------------------

function here(source, file) {
  core.beforeCompiling(source);
  return core.evaluateAs(file, source);
}

function inSandbox(source, sandbox, file) {
  return between(sandbox, makeRealm(), source, file);
}

function inContext(source, context, file) {
  if (!realms.has(context)) throw new TypeError("needs a 'context' argument.");
  return between(context, realms.get(context), source, file);
}

// What the code sees is a copy of what the program gave, and is copied back when it has ended.
function between(outside, realm, source, file) {
  var given = outside === Object(outside);
  if (given) copy(outside, realm.global);
  try {
    return realm.evaluate(file, source);
  } finally {
    if (given) copy(realm.global, outside);
  }
}

// All properties, also those that the language itself put there, wherever the other object takes them.
function copy(from, to) {
  Object.getOwnPropertyNames(from).forEach(function (key) {
    var property = Object.getOwnPropertyDescriptor(from, key);
    try {
      Object.defineProperty(to, key, property);
    } catch (refused) { /* it has one that stays */ }
  });
}

// -- contexts -------------------------------------------------------------------------------------------

var realms = new WeakMap();

function Context() {}
Object.defineProperty(Context.prototype, Symbol.toStringTag, { value: "Context" });

function createContext(sandbox) {
  if (arguments.length > 0 && sandbox !== Object(sandbox)) {
    throw new TypeError("createContext() accept only object as first argument.");
  }
  var context = new Context();
  if (sandbox !== undefined) copy(sandbox, context);
  realms.set(context, makeRealm());
  return context;
}

function makeRealm() {
  return core.makeRealm(host);
}

// Whether `source` can be run, found where nothing that it declares does any harm.
function check(source, file) {
  var nothing = {};
  trial = trial || makeRealm();
  trial.global.nothing = nothing;
  try {
    trial.evaluate(file, "throw nothing;" + source);
  } catch (thrown) {
    if (thrown === nothing) return;
    throw new SyntaxError(thrown.message);
  }
}

var trial;
