// The environment is live and holds text.
function show(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
process.env.FOO = 1;
process.env.NOTHING = undefined;
process.env.NULL = null;
process.env.LIST = [1, 2];
show(function () { return [process.env.FOO, typeof process.env.FOO, process.env.NOTHING, process.env.NULL, process.env.LIST]; });
show(function () { return ['FOO' in process.env, 'NOPE' in process.env, process.env.NOPE, process.env.hasOwnProperty('FOO')]; });
show(function () { return [delete process.env.FOO, process.env.FOO, 'FOO' in process.env, delete process.env.NOPE]; });
show(function () { return Object.keys(process.env).filter(function (name) { return /^(NOTHING|NULL|LIST|FOO)$/.test(name); }); });
var seen = [];
for (var name in process.env) if (/^(NULL|LIST)$/.test(name)) seen.push(name);
show(function () { return seen.sort(); });
show(function () { return [typeof process.env.PATH, process.env.toString === Object.prototype.toString]; });
show(function () { process.env.TEXT = 'caf\u00e9'; return process.env.TEXT; });
