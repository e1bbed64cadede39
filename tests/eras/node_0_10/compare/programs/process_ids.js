// Who the process is, and signals that reach nobody.
function show(f) { try { console.log(f()); } catch (error) { console.log(String(error), error.code, error.errno, error.syscall); } }
show(function () { return [typeof process.getuid(), typeof process.getgid(), Array.isArray(process.getgroups())]; });
show(function () { return process.setuid('no-such-user'); });
show(function () { return process.setgid('no-such-group'); });
show(function () { return process.setgroups('x'); });
show(function () { return process.kill(process.pid, 0); });
show(function () { return process.kill(process.pid, 'SIGNOPE'); });
show(function () { return process.kill(99999999, 0); });
show(function () { return process.setuid(process.getuid()); });
