// `stream`: the old base class, with the streams of 0.10 as its members.
var parts = require("internal").host.pythonModule("stream");

module.exports = parts.Stream;
Object.keys(parts).forEach(function (name) { module.exports[name] = parts[name]; });
