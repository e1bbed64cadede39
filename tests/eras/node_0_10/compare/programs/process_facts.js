// What a process tells of itself.
console.log(process.version, process.versions);
console.log(process.platform, process.arch, typeof process.pid, process.features);
console.log(process.execArgv, process.argv.length, process.argv[1] === __filename);
console.log(Object.keys(process.memoryUsage()), typeof process.uptime(), process.uptime() < 20);
console.log(process.maxTickDepth, process._exiting, process.noDeprecation, Array.isArray(process.moduleLoadList));
console.log(Object.keys(process.config), process instanceof require('events').EventEmitter);
console.log(Object.prototype.toString.call(process), process.constructor.name, String(process), typeof process.title);
console.log(process.mainModule === module, require.main === module, typeof process.execPath);
