// What does not change between two looks at the same machine.
var os = require('os');
['endianness', 'hostname', 'type', 'platform', 'arch', 'release', 'totalmem', 'tmpdir', 'tmpDir', 'networkInterfaces'].forEach(function (name) {
  console.log(name, os[name]());
});
console.log(JSON.stringify(os.EOL), os.cpus().length, Object.keys(os.cpus()[0]), Object.keys(os.cpus()[0].times), os.cpus()[0].model);
console.log(os.loadavg().length, typeof os.loadavg()[0], typeof os.uptime(), os.uptime() > 0, typeof os.freemem(), os.freemem() < os.totalmem());
console.log(Object.keys(os).sort());
