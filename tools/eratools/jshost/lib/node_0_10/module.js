// `module`: how a program's files are found, and how each becomes a module. Packages of the time called these
// members and put their own in their place, so that every step goes through them.
var internal = require("internal");
var path = require("path");
var host = internal.host;

module.exports = Module;

var wrapper = [internal.WRAPPER, "\n});"]; // a program may change what is in it

function Module(id, parent) {
  this.id = id;
  this.exports = {};
  this.parent = parent;
  if (parent && parent.children) parent.children.push(this);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

Module._contextLoad = false;
Module._cache = {};
Module._pathCache = {};
Module._extensions = {};
Module.globalPaths = [];
Module.wrapper = wrapper;
Module.wrap = function (script) { return wrapper[0] + script + wrapper[1]; };
Module._debug = function () {};
Module._realpathCache = {};

// -- in stacks --------------------------------------------------------------------------------------

var shown = internal.shown.bind(null, "module.js");

// How they showed the functions here. What calls in two places there has two names here.
internal.core.shownCalls["module.js"] = {
  resolving: shown("Function", "Module._resolveFilename", "_resolveFilename", 338, 15),
  finding: shown("Function", "Module._load", "_load", 280, 25),
  _load: shown("Function", "Module._load", "_load", 312, 12),
  runMain: shown("Function", "Module.runMain", "runMain", 497, 10),
  load: shown("Module", "Module.load", "load", 356, 32),
  requiring: shown("Module", "Module.require", "require", 364, 17),
  require: shown("", "require", "", 380, 17),
  _compile: shown("Module", "Module._compile", "_compile", 456, 26),
  extension: shown("Object", "Module._extensions..js", ".js", 474, 10),
};

// -- finding ----------------------------------------------------------------------------------------

var searched = []; // what `globalPaths` shows a copy of

// The file that `request` means in one of the folders, or false.
Module._findPath = function (request, paths) {
  if (request.charAt(0) === "/") paths = [""];
  var key = JSON.stringify({ request: request, paths: paths });
  if (Module._pathCache[key]) return Module._pathCache[key];
  var extensions = Object.keys(Module._extensions);
  for (var i = 0; i < paths.length; i++) {
    var found = locate(path.resolve(paths[i], request), request.slice(-1) === "/", extensions);
    if (found) return (Module._pathCache[key] = found);
  }
  return false;
};

// The file at a path, with an extension added, or inside a folder.
function locate(file, isFolder, extensions) {
  return !isFolder && fileFor(file, extensions) || mainOf(file, extensions) || withExtension(path.resolve(file, "index"), extensions);
}

function fileFor(file, extensions) {
  return host.fileAt(file) || withExtension(file, extensions);
}

function withExtension(file, extensions) {
  for (var i = 0; i < extensions.length; i++) {
    var found = host.fileAt(file + extensions[i]);
    if (found) return found;
  }
  return undefined;
}

// What the package.json of a folder names.
function mainOf(folder, extensions) {
  var described = packageOf(path.resolve(folder, "package.json"));
  if (!described || !described.main) return undefined;
  var file = path.resolve(folder, described.main);
  return fileFor(file, extensions) || withExtension(path.resolve(file, "index"), extensions);
}

function packageOf(file) {
  var text = host.textAt(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    error.path = file;
    error.message = "Error parsing " + file + ": " + error.message;
    throw error;
  }
}

// The node_modules folders that a file in a folder sees, nearest first.
Module._nodeModulePaths = function (from) {
  var parts = path.resolve(from).split("/");
  var folders = [];
  for (var depth = parts.length; depth > 0; depth--) {
    if (parts[depth - 1] !== "node_modules") folders.push(parts.slice(0, depth).concat("node_modules").join("/"));
  }
  return folders;
};

// What `request` is for a module, and the folders to look into.
Module._resolveLookupPaths = function (request, parent) {
  if (internal.isBuiltin(request)) return [request, []];
  var begins = request.substring(0, 2);
  if (begins !== "./" && begins !== "..") return [request, (parent && parent.paths || []).concat(searched)];
  if (!parent || !parent.id || !parent.filename) {
    return [request, Module._nodeModulePaths(".").concat(".", searched)];
  }
  return [path.resolve(path.dirname(parent.id), request), [path.dirname(parent.filename)]];
};

Module._resolveFilename = function resolving(request, parent) {
  if (internal.isBuiltin(request)) return request;
  var filename = Module._findPath(request, Module._resolveLookupPaths(request, parent)[1]);
  if (!filename) {
    var error = new Error("Cannot find module '" + request + "'");
    error.code = "MODULE_NOT_FOUND";
    throw error;
  }
  return filename;
};

Module._initPaths = function () {
  searched = [path.resolve(process.execPath, "../../lib/node")];
  var home = process.env.HOME;
  if (home) searched.unshift(path.resolve(home, ".node_modules"), path.resolve(home, ".node_libraries"));
  if (process.env.NODE_PATH) searched = process.env.NODE_PATH.split(":").concat(searched);
  Module.globalPaths = searched.slice();
};
Module._initPaths();

// -- loading ----------------------------------------------------------------------------------------

function finding(request, parent) { return Module._resolveFilename(request, parent); }

Module._load = function _load(request, parent, isMain) {
  var filename = finding(request, parent);
  if (internal.isBuiltin(filename)) return internal.builtin(filename);
  var cached = Module._cache[filename];
  if (cached) return cached.exports;
  var made = new Module(filename, parent);
  if (isMain) {
    process.mainModule = made;
    made.id = ".";
  }
  Module._cache[filename] = made;
  var failed = true;
  try {
    made.load(filename);
    failed = false;
  } finally {
    if (failed) delete Module._cache[filename];
  }
  return made.exports;
};

Module.runMain = function runMain() { Module._load(process.argv[1], null, true); };
Module.requireRepl = function () { return Module._load("repl", "."); };

Module.prototype.load = function load(filename) {
  internal.builtin("assert")(!this.loaded);
  this.filename = filename;
  this.paths = Module._nodeModulePaths(path.dirname(filename));
  (Module._extensions[path.extname(filename)] || Module._extensions[".js"])(this, filename);
  this.loaded = true;
};

Module.prototype.require = function requiring(request) {
  var assert = internal.builtin("assert");
  assert(typeof request === "string", "path must be a string");
  assert(request, "missing path");
  return Module._load(request, this);
};

Module.prototype._compile = function _compile(content, filename) {
  var run = internal.compile(Module.wrap(content.replace(/^#!.*/, "")), filename);
  return run.call(this.exports, this.exports, internal.requireOf(this), this, filename, path.dirname(filename));
};

// What cannot be read is told as `fs` tells it.
function read(filename) {
  try {
    return host.read(filename);
  } catch (unreadable) {
    return require("fs").readFileSync(filename, "utf8");
  }
}

function extension(made, filename) { made._compile(read(filename), filename); }

Module._extensions[".js"] = function (made, filename) { extension(made, filename); };
Module._extensions[".json"] = function (made, filename) {
  try {
    made.exports = JSON.parse(read(filename));
  } catch (error) {
    error.message = filename + ": " + error.message;
    throw error;
  }
};
Module._extensions[".node"] = function (made, filename) {
  throw new Error(filename + ": a binary addon cannot be loaded here");
};

Module.Module = Module;

// -- what a module sees -------------------------------------------------------------------------------

// The `require` of a module.
internal.requireOf = function (made) {
  function require(request) { return made.require(request); }
  require.resolve = function (request) { return Module._resolveFilename(request, made); };
  Object.defineProperty(require, "paths", {
    get: function () {
      throw new Error("require.paths is removed. Use node_modules folders, or the NODE_PATH environment variable instead.");
    },
  });
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.registerExtension = function () {
    throw new Error("require.registerExtension() removed. Use require.extensions instead.");
  };
  require.cache = Module._cache;
  return require;
};
