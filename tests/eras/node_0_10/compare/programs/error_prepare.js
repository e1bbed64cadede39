// A program that looks at the stack itself.
var original = Error.prepareStackTrace;
Error.prepareStackTrace = function (error, sites) { return sites; };
function here() { return new Error('x').stack[0]; }
var site = here();
Error.prepareStackTrace = original;
console.log(site.getFunctionName(), site.getLineNumber(), /error_prepare\.js$/.test(site.getFileName()), site.isNative(), site.isConstructor());
console.log(typeof new Error('x').stack);
var target = {};
Error.captureStackTrace(target);
console.log(typeof target.stack, Object.keys(target));
