// The numbers of the system. Those of OpenSSL, which were there too, are of a library of its time; O_SYNC has changed.
var constants = require("constants");
Object.keys(constants).sort().forEach(function (name) {
  if (/^(O_|S_|E|SIG)/.test(name) && ["SIGUNUSED", "O_SYNC"].indexOf(name) < 0) console.log(name, constants[name]);
});
