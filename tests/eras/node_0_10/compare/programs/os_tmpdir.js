// Where temporary files go.
var os = require('os');
['TMPDIR', 'TMP', 'TEMP'].forEach(function (name) { delete process.env[name]; });
console.log(os.tmpdir());
process.env.TEMP = '/c';
console.log(os.tmpdir());
process.env.TMP = '/b';
console.log(os.tmpdir());
process.env.TMPDIR = '/a';
console.log(os.tmpdir());
