// Prints the results of expressions, a JSON file of programs of one line each.
var util = require('util');
var sources = require(process.argv[2]);

function show(value) {
  if (Buffer.isBuffer(value)) return 'buffer ' + value.toString('hex');
  return typeof value === 'string' ? 'text ' + JSON.stringify(value) : String(value);
}

process.stdout.write(JSON.stringify(sources.map(function (source) {
  try { return show(new Function('util', 'require', source)(util, require)); } catch (error) { return 'throws ' + error; }
})));
