// Deprecated functions say so once.
var util = require('util');
var old = util.deprecate(function (x) { return x * 2; }, 'old: use new');
console.log(old(2), old(3));
process.noDeprecation = true;
console.log(util.deprecate(function () { return 'quiet'; }, 'not shown')());
process.noDeprecation = false;
process.throwDeprecation = true;
try { util.deprecate(function () {}, 'thrown')(); } catch (error) { console.log(String(error)); }
try { process.assert(false, 'no'); } catch (error) { console.log(String(error)); }
try { process.binding('nothing'); } catch (error) { console.log(String(error)); }
