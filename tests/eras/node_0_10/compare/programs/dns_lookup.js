// Addresses of names that need no server, and what is refused at once.
var dns = require("dns");
function show(name, f) {
  try { f(); } catch (error) { console.log(name, "!!", error.name + ": " + error.message, error.code); }
}
var jobs = [["127.0.0.1"], ["::1"], ["127.0.0.1", 6], [null], [null, 6], [""], ["localhost"], ["localhost", 4], ["no.such.host.invalid"]];
(function next() {
  var job = jobs.shift();
  if (!job) return;
  var later = false;
  dns.lookup.apply(dns, job.concat(function (error, address, family) {
    console.log(job, error, address, family, later);
    next();
  }));
  later = true;
})();
show("family", function () { dns.lookup("localhost", 5, function () {}); });
show("type", function () { dns.resolve("localhost", "FOO", function () {}); });
show("reverse", function () { dns.reverse("nope", function () {}); });
["NODATA", "FORMERR", "NOTFOUND", "REFUSED", "TIMEOUT", "CONNREFUSED", "BADRESP", "CANCELLED"].forEach(function (name) { console.log(name, dns[name]); });
