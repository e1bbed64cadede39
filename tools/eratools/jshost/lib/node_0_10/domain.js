// `domain`: the era's own, and what only JavaScript sees of it: `process.domain`, `this` of bound functions.
var host = require("internal").host;
var domain = host.pythonModule("domain");

module.exports = domain;
require("events").usingDomains = true;

Object.defineProperty(domain, "_stack", {
  configurable: true,
  enumerable: true,
  get: function () { return host.part("domain", "_stack"); },
});

// Before any domain was active there is null, and afterwards undefined.
function active() {
  return host.part("domain", "active") || (host.part("domain", "was_active") ? undefined : null);
}

[[domain, "active"], [process, "domain"]].forEach(function (place) {
  Object.defineProperty(place[0], place[1], { configurable: true, enumerable: true, get: active });
});

// -- errors, and functions that run in a domain -------------------------------------------------------------

function mark(error, marks) {
  if (error === Object(error)) Object.keys(marks).forEach(function (name) { error[name] = marks[name]; });
}
host.tellMarks(mark);

function run(domain, callback, receiver, given) {
  return domain.run(function () { return callback.apply(receiver, given); });
}

domain.Domain.prototype.bind = function (callback) {
  var domain = this;
  function bound() { return run(domain, callback, this, arguments); }
  bound.domain = domain;
  return bound;
};

domain.Domain.prototype.intercept = function (callback) {
  var domain = this;
  function intercepting(error) {
    if (!(error instanceof Error)) return run(domain, callback, this, Array.prototype.slice.call(arguments, 1));
    mark(error, { domain: domain, domainThrown: false, domainBound: callback });
    domain.emit("error", error);
  }
  intercepting.domain = domain;
  return intercepting;
};
