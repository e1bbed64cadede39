// The properties of `process`, of timers, and of what files, children and algorithms are.
var crypto = require('crypto');
var domain = require('domain');
var fs = require('fs');
var shape = require('./lib/shape');

// What belongs inside Node, and what depends on how it was started.
var INSIDE = /^(_getActive|_need.*Callback|_kill|_debug|dlopen|_usingDomains|_tick|_fatal|_next|_immediate|_idleStart|_handle|_closes)/;
function list(object) {
  return Object.keys(object).filter(function (name) { return !INSIDE.test(name); }).join(' ');
}

console.log(list(process));
var inherited = [];
for (var name in process) if (!process.hasOwnProperty(name)) inherited.push(name);
console.log(inherited.join(' '));
var prototype = Object.getPrototypeOf(process);
console.log(prototype.constructor.name, Object.keys(prototype), process.hasOwnProperty('exit'));
['stdout', 'stderr', 'stdin'].forEach(function (name) {
  console.log(name, typeof Object.getOwnPropertyDescriptor(process, name).get);
});
console.log(process.domain, domain.active, require('events').usingDomains);

// A function put in the place of one that is not inherited.
var exit = process.exit;
process.exit = function (code) { console.log('would exit with', code); };
process.exit(3);
process.exit = exit;

var timer = setTimeout(function () {}, 1);
console.log(list(timer), timer._idleTimeout, timer._repeat, timer.hasOwnProperty('unref'));
clearTimeout(timer);
console.log(timer._idleTimeout, timer._onTimeout);
var interval = setInterval(function () {}, 1);
console.log(interval._repeat, typeof interval._onTimeout);
clearInterval(interval);

console.log(Object.keys(fs.statSync('.')).join(' '));
shape.prototypes(fs.statSync('.'));
var stream = fs.createReadStream(__filename);
console.log(list(stream));
shape.prototypes(stream);
stream.on('open', function () { stream.close(); });
stream.on('close', function () { console.log('closed', list(stream).split(' ').slice(-1)); });
shape.own('domain', domain.create());
shape.prototypes(domain.create());
shape.own('sign', crypto.createSign('RSA-SHA1'));
['Hash', 'Hmac', 'Cipher', 'Decipher', 'Sign', 'Verify', 'DiffieHellman'].forEach(function (name) {
  console.log(crypto[name].name, crypto[name].length, shape.members(crypto[name].prototype));
});
var child = require('child_process').spawn(process.execPath, ['-e', '0']);
console.log(list(child));
shape.prototypes(child);
