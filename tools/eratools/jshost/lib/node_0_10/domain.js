// `domain`: the era's own, and what only JavaScript sees of it: `process.domain`, `emitter.domain`.
var host = require("internal").host;
var domain = host.pythonModule("domain");
var domainOf = host.part("domain", "domain_of");
var Emitter = require("events").EventEmitter;

module.exports = domain;
domain._stack = host.part("domain", "_stack");

Object.defineProperty(process, "domain", {
  configurable: true,
  enumerable: true,
  get: function () { return domain.active; },
});

Object.defineProperty(Emitter.prototype, "domain", {
  configurable: true,
  get: function () { var found = domainOf(this); return found === undefined ? null : found; },
});
