// Packages that put their own steps in the place of those that `require` takes.
var Module = require('module');
var data = require.resolve('./tree/data');
var script = require.resolve('./tree/folder');

// Calls `use` while `object[name]` is what `make` makes of it, with nothing loaded yet.
function replaced(object, name, make, use) {
  var original = object[name];
  delete require.cache[script];
  delete require.cache[data];
  object[name] = make(original);
  try { console.log(name, use()); } catch (error) { console.log(name, String(error)); }
  object[name] = original;
}

function short(file) { return typeof file === 'string' ? file.split('/').pop() : file; }

replaced(Module, '_load', function (load) {
  return function (request, parent, isMain) {
    return request === 'made up' ? [parent === module, isMain] : load.apply(this, arguments);
  };
}, function () { return require('made up'); });
replaced(Module, '_resolveFilename', function (resolve) {
  return function (request, parent) { return request === 'made up' ? data : resolve(request, parent); };
}, function () { return [require('made up').a, short(require.resolve('made up'))]; });
replaced(Module, '_findPath', function (find) {
  return function (request, paths) { return request === 'made up' ? data : find(request, paths); };
}, function () { return require('made up').a; });
replaced(Module, '_resolveLookupPaths', function (look) {
  return function (request, parent) { return request === 'data' ? [request, [__dirname + '/tree']] : look(request, parent); };
}, function () { return require('data').a; });
replaced(Module, '_nodeModulePaths', function (folders) {
  return function (from) { return ['/first'].concat(folders(from)); };
}, function () { require('./tree/folder'); return require.cache[script].paths[0]; });
replaced(Module, 'wrap', function (wrap) {
  return function (source) { return wrap('exports.wrapped = 1; return;' + source); };
}, function () { return require('./tree/folder'); });
replaced(Module, 'wrapper', function (wrapper) {
  return [wrapper[0] + 'exports.wrapper = 2; return;', wrapper[1]];
}, function () { return require('./tree/folder'); });
replaced(Module._extensions, '.js', function () {
  return function (made, filename) { made._compile('exports.compiled = __filename.slice(-8)', filename); };
}, function () { return require('./tree/folder'); });
replaced(require.extensions, '.json', function () {
  return function (made, filename) { made.exports = short(filename); };
}, function () { return require('./tree/data'); });
replaced(Module.prototype, '_compile', function (compile) {
  return function (source, filename) { return compile.call(this, 'exports.whole = ' + (source.length > 0), filename); };
}, function () { return require('./tree/folder'); });
replaced(Module.prototype, 'require', function (original) {
  return function (request) { return request === 'made up' ? this === module : original.call(this, request); };
}, function () { return require('made up'); });
replaced(Module.prototype, 'load', function () {
  return function (filename) { this.exports = 'loaded ' + short(filename); };
}, function () { return require('./tree/folder'); });

module.paths.unshift(__dirname + '/tree');
console.log(require('data').a, require('folder') === require('./tree/folder'));
process.argv[1] = script;
Module.runMain();
console.log(short(process.mainModule.filename), process.mainModule.id, process.mainModule.parent);
