// bind and intercept.
var domain = require("domain");
var d = domain.create();
d.on("error", function (error) { console.log("error", error.message, error.domainThrown, error.domain === d, !!error.domainBound); });
var bound = d.bind(function (a, b) { console.log("bound", a, b, process.domain === d); return 7; });
console.log(bound(1, 2), process.domain);
var intercepted = d.intercept(function (a, b) { console.log("intercepted", a, b, arguments.length); return 8; });
console.log(intercepted(null, "x", "y"));
console.log(intercepted(new Error("given")));
console.log(d.run(function () { return 9; }));
require("fs").readFile("/no/such/file", d.intercept(function () { console.log("never"); }));
setTimeout(d.bind(function () { throw new Error("thrown"); }), 20);
