// Extensions of one's own.
var fs = require('fs');
require.extensions['.txt'] = function (module, filename) { module.exports = fs.readFileSync(filename, 'utf8').replace('{name}', 'you'); };
console.log(require('./tree/note.txt'), require('./tree/note'));
var before = require.extensions['.js'];
require.extensions['.js'] = function (module, filename) { module._compile('exports.hooked = true; ' + fs.readFileSync(filename, 'utf8'), filename); };
delete require.cache[require.resolve('./tree/folder')];
console.log(require('./tree/folder'));
require.extensions['.js'] = before;
console.log(require.extensions);
