// The cache, and what is loaded once.
var path = require('path');
var name = require.resolve('./tree/counts');
console.log(path.relative(__dirname, name), require('./tree/counts'), counter);
require('./tree/counts');
require('./tree/counts.js');
console.log(counter, name in require.cache, require.cache[name].loaded, require.cache[name].exports);
delete require.cache[name];
require('./tree/counts');
console.log(counter, Object.keys(require.cache).map(function (file) { return path.basename(file); }));
require.cache[name].exports = 'changed';
console.log(require('./tree/counts'), require('module')._cache === require.cache);
