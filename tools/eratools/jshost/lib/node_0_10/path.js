// Paths of POSIX.
// The parts without "." and "..", as far as what is before them allows.
function resolved(parts, aboveRoot) {
  var kept = [];
  parts.forEach(function (part) {
    if (part === "" || part === ".") return;
    if (part !== "..") kept.push(part);
    else if (kept.length && kept[kept.length - 1] !== "..") kept.pop();
    else if (aboveRoot) kept.push("..");
  });
  return kept;
}

exports.resolve = function () {
  var path = "";
  for (var i = arguments.length - 1; i >= -1 && path.charAt(0) !== "/"; i--) {
    var part = i >= 0 ? arguments[i] : process.cwd();
    if (typeof part !== "string") throw new TypeError("Arguments to path.resolve must be strings");
    if (part) path = part + "/" + path;
  }
  return "/" + resolved(path.split("/"), false).join("/");
};

exports.normalize = function (path) {
  var absolute = path.charAt(0) === "/";
  var folder = path.slice(-1) === "/";
  var normal = resolved(path.split("/"), !absolute).join("/");
  if (!normal && !absolute) normal = ".";
  if (normal && folder) normal += "/";
  return (absolute ? "/" : "") + normal;
};

exports.join = function () {
  var parts = Array.prototype.filter.call(arguments, function (part) {
    if (typeof part !== "string") throw new TypeError("Arguments to path.join must be strings");
    return part;
  });
  return exports.normalize(parts.join("/"));
};

exports.relative = function (from, to) {
  var start = exports.resolve(from).split("/").filter(Boolean);
  var end = exports.resolve(to).split("/").filter(Boolean);
  var same = 0;
  while (same < start.length && same < end.length && start[same] === end[same]) same++;
  return start.slice(same).map(function () { return ".."; }).concat(end.slice(same)).join("/");
};

// [root, folder, name, extension]
var pattern = /^(\/?|)([\s\S]*?)((?:\.{1,2}|[^\/]+?|)(\.[^.\/]*|))(?:[\/]*)$/;

exports.dirname = function (path) {
  var parts = pattern.exec(path);
  if (!parts[1] && !parts[2]) return ".";
  return parts[1] + (parts[2] ? parts[2].slice(0, -1) : "");
};

exports.basename = function (path, extension) {
  var name = pattern.exec(path)[3];
  if (extension && name.slice(-extension.length) === extension) name = name.slice(0, -extension.length);
  return name;
};

exports.extname = function (path) {
  return pattern.exec(path)[4];
};

exports.sep = "/";
exports.delimiter = ":";

var warned = {};

function warnOnce(name) {
  if (!warned[name]) console.error("path." + name + " is now called `fs." + name + "`.");
  warned[name] = true;
}

exports.exists = function (path, callback) {
  warnOnce("exists");
  require("fs").exists(path, callback);
};

exports.existsSync = function (path) {
  warnOnce("existsSync");
  return require("fs").existsSync(path);
};

exports._makeLong = function (path) {
  return path;
};
