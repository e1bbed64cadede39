// A module as an object.
var path = require('path');
function short(file) { return file && path.relative(__dirname, file); }
require('./tree/folder');
console.log(module.id, short(module.filename), module.loaded, module.parent, module.exports === exports, Object.keys(module).sort().join());
console.log(module.children.map(function (child) { return [short(child.id), child.loaded, child.parent === module]; }));
console.log(module.paths.slice(0, 2).map(short), module.paths[module.paths.length - 1], Array.isArray(module.paths));
console.log(Object.keys(require).sort().join(), Object.keys(require.extensions), require.main === module, typeof require.resolve);
console.log(module.require('./tree/data').a, short(require.resolve('./tree/data')), require.resolve('fs'));
try { require.paths; } catch (error) { console.log(String(error)); }
try { require.registerExtension('.x', 1); } catch (error) { console.log(String(error)); }
try { require.resolve('./nope'); } catch (error) { console.log(String(error), error.code); }
var Module = require('module');
console.log(module instanceof Module, Module.wrap('x'), Object.keys(Module._extensions), Array.isArray(Module.globalPaths), new Module('id').id);
var made = new Module('made'); made._compile('exports.x = 1 + 1; exports.f = __filename', '/made/up.js');
console.log(made.exports, made.loaded);
