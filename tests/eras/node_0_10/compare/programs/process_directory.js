// Where a process is, and what its files may do.
var path = require('path');
function show(f) { try { console.log(f()); } catch (error) { console.log(String(error), error.code, error.errno, error.syscall, error.path); } }
show(function () { return process.cwd() === __dirname; });
show(function () { return [process.chdir('/'), process.cwd()]; });
show(function () { return [process.chdir('tmp'), process.cwd()]; });
show(function () { return process.chdir('/no/such/folder'); });
show(function () { return process.chdir(); });
show(function () { return process.chdir(7); });
var before = process.umask('0022');
show(function () { return [process.umask(), process.umask(63), process.umask(), process.umask('077'), process.umask('22'), process.umask(0777)]; });
show(function () { return process.umask('9'); });
process.umask(before);
