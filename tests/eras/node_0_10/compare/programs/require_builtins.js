// The modules that come with it.
var names = ['assert', 'buffer', 'child_process', 'console', 'crypto', 'dns', 'domain', 'events', 'fs', 'http', 'https', 'net', 'os', 'path', 'punycode', 'querystring', 'readline', 'stream', 'string_decoder', 'timers', 'tls', 'url', 'util', 'vm', 'zlib', 'sys', 'module'];
names.forEach(function (name) {
  try { console.log(name, typeof require(name)); } catch (error) { console.log(name, String(error)); }
});
['http2', 'process', 'async_hooks', 'perf_hooks', 'worker_threads', 'v8', 'inspector'].forEach(function (name) {
  try { console.log(name, typeof require(name)); } catch (error) { console.log(name, String(error)); }
});
console.log(require('sys') === require('util') || Object.keys(require('sys')).length > 5, require('buffer').Buffer === Buffer, require('console') === console);
