// The first frames of errors that are made by a call without `new`, and by JSON.parse.
function show(name, make) {
  try {
    make();
  } catch (error) {
    console.log(name + '\n' + error.stack.split('\n').slice(0, 3).join('\n').replace(__dirname + '/', ''));
  }
}
function called() { throw Error('called'); }
function calledWith() { throw new Error(TypeError('inner').message + called.length); }
function ofType() { throw RangeError('of a type'); }
function calledLater() { var error = Error('later'); error.name = 'Mine'; throw error; }
function ofParts() { return JSON.parse('{"a":'); }
function ofToken() { return JSON.parse('{a: 1}', String); }
function revive() { throw new Error('revived'); }
function revived() { return JSON.parse('[]', revive); }
[called, calledWith, ofType, calledLater, ofParts, ofToken].forEach(function (make) { show(make.name, make); });
try { revived(); } catch (error) { console.log(error.stack.split('\n')[2]); }

Error.prepareStackTrace = function (error, sites) {
  return sites.slice(0, 2).map(function (site) { return [String(site.getFunctionName()), site.isNative(), site.isToplevel(), site.isConstructor()]; });
};
try { called(); } catch (error) { console.log(error.stack); }
try { ofParts(); } catch (error) { console.log(error.stack); }
