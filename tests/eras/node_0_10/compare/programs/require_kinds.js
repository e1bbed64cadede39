// What require finds.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error).split(__dirname).join('.'), error.code); } }
t(function () { return require('./tree/data'); });
t(function () { return require('./tree/data.json') === require('./tree/data'); });
t(function () { return require('./tree/folder'); });
t(function () { return require('./tree/folder/'); });
t(function () { return require('./tree/mark'); });
t(function () { return require('./tree/bang.js'); });
t(function () { return require('./tree/deep/er/asks'); });
t(function () { return require('./tree/node_modules/pack'); });
t(function () { return require('./tree/returns'); });
t(function () { return require('./tree/throws'); });
t(function () { return require('./tree/throws'); });
t(function () { return require('./tree/broken'); });
t(function () { return require('./tree/nothing'); });
t(function () { return require('nothing-of-that-name'); });
t(function () { return require('pack'); });
t(function () { return require(''); });
t(function () { return require(); });
t(function () { return require(5); });
t(function () { return require('./tree/../tree/./data').a; });
console.log('of a device', require('/dev/null'));
