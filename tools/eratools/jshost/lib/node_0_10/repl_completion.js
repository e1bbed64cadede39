// What the tab key offers at a prompt: commands, modules, and names in groups, the farthest first.
var fs = require("fs");
var path = require("path");
var Module = require("module");

var KEYWORDS = ("break case catch const continue debugger default delete do else export false finally for function if " +
  "import in instanceof let new null return switch this throw true try typeof undefined var void while with yield").split(" ");
var STANDARD = ("NaN Infinity undefined eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI " +
  "encodeURIComponent Object Function Array String Boolean Number Date RegExp Error EvalError RangeError " +
  "ReferenceError SyntaxError TypeError URIError Math JSON").split(" ");

var COMMAND = /^\s*(\.\w*)$/;
var REQUIRE = /\brequire\s*\(['"](([\w.\/-]+\/)?([\w.\/-]*))/;
var NAMES = /(?:[a-zA-Z_$][\w$]*\.)*[a-zA-Z_$][\w$]*\.?$/;

// Calls back with [[what may be meant], the word that it completes].
module.exports = function complete(server, libraries, line, callback) {
  var found = COMMAND.exec(line);
  if (found) return give([Object.keys(server.commands)], found[1], callback);
  found = REQUIRE.exec(line);
  if (found) return give([files(server, found[2] || ""), libraries], found[1], callback);
  found = line === "" ? [""] : NAMES.exec(line);
  if (!found) return callback(null, [[], null]);
  var word = found[0];
  var dot = word.lastIndexOf(".");
  if (dot < 0) return give(variables(server, word), word, callback);
  var expression = word.slice(0, dot);
  server.eval(expression, server.context, "repl", function (error, value) {
    give(error ? [] : members(value, expression + "."), word, callback);
  });
};

// The groups came nearest first.
function give(groups, word, callback) {
  var offered = [];
  groups.reverse().forEach(function (group) {
    group = group.filter(function (name, at) { return name.indexOf(word) === 0 && group.indexOf(name) === at; }).sort();
    if (group.length > 0) offered = offered.concat(offered.length > 0 ? "" : [], group);
  });
  callback(null, [offered, word]);
}

function variables(server, word) {
  var groups = ancestors(server.context).reverse();
  groups.push(names(server.context), STANDARD);
  return word === "" ? groups : groups.concat([KEYWORDS]);
}

function members(value, before) {
  if (value === null || value === undefined) return [];
  var own = Object(value) === value ? [names(value)] : [];
  return own.concat(ancestors(value)).map(function (group) {
    return group.map(function (name) { return before + name; });
  });
}

// The names that each prototype of a value has.
function ancestors(value) {
  var groups = [];
  for (var at = Object.getPrototypeOf(Object(value)); at !== null; at = Object.getPrototypeOf(at)) {
    groups.push(names(at));
  }
  return groups;
}

function names(object) {
  return Object.getOwnPropertyNames(object).filter(function (name) { return name !== "__proto__"; });
}

// The modules in the folders that a program here would find them in.
function files(server, folder) {
  var found = [];
  server.context.module.paths.concat(Module.globalPaths).forEach(function (root) {
    list(path.resolve(root, folder)).forEach(function (name) { found = found.concat(modulesIn(root, folder, name)); });
  });
  return found;
}

function list(folder) {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    return [];
  }
}

function modulesIn(root, folder, name) {
  var extensions = Object.keys(Module._extensions);
  var extension = path.extname(name);
  var base = path.basename(name, extension);
  if (extensions.indexOf(extension) >= 0) return base === "index" ? [] : [folder + base];
  var inside = list(path.resolve(root, folder, name));
  if (inside.length === 0 && !isFolder(path.resolve(root, folder, name))) return [];
  var isModule = extensions.some(function (extension) { return inside.indexOf("index" + extension) >= 0; });
  return isModule ? [folder + name, folder + name + "/"] : [folder + name + "/"];
}

function isFolder(name) {
  try {
    return fs.statSync(name).isDirectory();
  } catch (error) {
    return false;
  }
}
