// Prints the results of calls of url and querystring, a JSON file of [module, function, arguments].
var modules = {url: require('url'), querystring: require('querystring')};
var calls = require(process.argv[2]);
process.stdout.write(JSON.stringify(calls.map(function (call) {
  try {
    var result = modules[call[0]][call[1]].apply(modules[call[0]], call[2]);
    if (Buffer.isBuffer(result)) return {bytes: result.toString('hex')};
    if (!(result instanceof modules.url.Url)) return {value: result};
    return {fields: Object.keys(result).map(function (key) { return [key, result[key]]; })};
  } catch (error) {
    return {throws: error.name + ': ' + error.message};
  }
})));
