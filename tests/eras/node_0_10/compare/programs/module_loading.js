// Where `require` finds what, and what it leaves behind.
var fs = require('fs');
var path = require('path');
var root = path.join(fs.realpathSync(require('os').tmpdir()), 'module-loading-' + process.pid);
var made = [];

function write(name, text) {
  var file = path.join(root, name);
  name.split('/').slice(0, -1).reduce(function (folder, part) {
    folder = path.join(folder, part);
    if (!fs.existsSync(folder)) {
      fs.mkdirSync(folder);
      made.unshift(folder);
    }
    return folder;
  }, root);
  fs.writeFileSync(file, text);
  made.unshift(file);
}

function show(title, f) {
  try {
    console.log(title, f());
  } catch (error) {
    console.log(title, '!!', String(error).split(root).join('ROOT'), error.code);
  }
}

fs.mkdirSync(root);
write('a.js', 'exports.name = "a"; exports.id = module.id; exports.parent = module.parent && module.parent.filename;');
write('b.json', '\ufeff{"b": [1, 2]}');
write('bad.json', '{"b": [1, 2}');
write('folder/index.js', 'module.exports = "index of folder";');
write('main/package.json', '{"main": "./lib/start"}');
write('main/lib/start.js', 'module.exports = ["started", require("..") === exports];');
write('nomain/package.json', '{"main": "missing.js"}');
write('nomain/index.js', 'module.exports = "index instead";');
write('badpackage/package.json', '{');
write('node_modules/p/index.js', 'module.exports = "p of root";');
write('deep/node_modules/p/index.js', 'module.exports = "p of deep";');
write('deep/er/x.js', 'module.exports = [require("p"), require("../../a").name];');
write('top/x.js', 'module.exports = require("p");');
write('one.js', 'exports.early = 1; var two = require("./two"); exports.late = two.seen;');
write('two.js', 'exports.seen = Object.keys(require("./one")).join();');
write('throws.js', 'exports.half = 1; throw new Error("from the module");');
write('wrong.js', 'var x = ;');
write('both.js', 'module.exports = "file";');
write('both/index.js', 'module.exports = "folder";');
write('text.txt', 'module.exports = "loaded as a program";');
write('hash.js', '#!/usr/bin/env node\nmodule.exports = "with a first line";');
write('this.js', 'module.exports = [this === exports, typeof __filename, require.main === process.mainModule, arguments.length];');
write('fs.js', 'module.exports = "never";');

var at = function (name) { return path.join(root, name); };
show('file', function () { return require(at('a')).name + require(at('a.js')).name; });
show('same', function () { return require(at('a')) === require(at('./folder/../a.js')); });
show('id', function () { return [require(at('a')).id === at('a.js'), require(at('a')).parent === __filename]; });
show('json', function () { return JSON.stringify(require(at('b'))); });
show('bad json', function () { return require(at('bad.json')); });
show('folder', function () { return require(at('folder')); });
show('folder with a slash', function () { return require(at('both/')) + require(at('both')); });
show('main', function () { return require(at('main')); });
show('main that is missing', function () { return require(at('nomain')); });
show('bad package', function () { return require(at('badpackage')); });
show('upward', function () { return require(at('deep/er/x')).concat(require(at('top/x'))); });
show('cycle', function () { return JSON.stringify([require(at('one')), require(at('two'))]); });
show('throws', function () { return require(at('throws')); });
show('throws again', function () { return require(at('throws')); });
show('not cached', function () { return at('throws.js') in require.cache; });
show('other extension', function () { return require(at('text.txt')); });
show('first line', function () { return require(at('hash')); });
show('this', function () { return require(at('this')); });
show('built in first', function () { return require('fs') === fs; });
show('missing', function () { return require(at('nothing')); });
show('missing package', function () { return require('no-such-package'); });
show('no name', function () { return require(''); });
show('no string', function () { return require(5); });
show('resolve', function () { return [require.resolve(at('folder')) === at('folder/index.js'), require.resolve('fs')]; });
show('resolve missing', function () { return require.resolve(at('nothing')); });
show('cache', function () {
  var before = require(at('a'));
  delete require.cache[at('a.js')];
  return [require(at('a')) === before, require.cache[at('a.js')].exports === require(at('a'))];
});
show('extension', function () {
  require.extensions['.txt'] = function (module, filename) { module.exports = fs.readFileSync(filename, 'utf8').toUpperCase(); };
  delete require.cache[at('text.txt')];
  return require(at('text'));
});
show('module', function () {
  var Module = require('module');
  return [module instanceof Module, module.id, module.loaded, module.parent, module.children.length > 5, Module._extensions === require.extensions,
    Module._cache === require.cache, typeof Module._load, Module.wrap('x')];
});
show('paths', function () { return module.paths[0] === path.join(__dirname, 'node_modules'); });
show('require itself', function () { return [Object.keys(require), typeof require.main, require.length]; });
show('require.paths', function () { return require.paths; });
show('compile', function () {
  var made = new module.constructor('made', module);
  made._compile('exports.x = __filename + typeof require', 'made.js');
  return [made.exports.x, made.parent === module];
});

made.forEach(function (name) {
  if (fs.statSync(name).isDirectory()) fs.rmdirSync(name);
  else fs.unlinkSync(name);
});
fs.rmdirSync(root);
