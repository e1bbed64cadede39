// A clock that only runs forward.
function show(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
var start = process.hrtime();
show(function () { return [start.length, start[1] < 1e9, start[0] >= 0]; });
var spent = process.hrtime(start);
show(function () { return [spent.length, spent[0], spent[1] >= 0]; });
show(function () { return process.hrtime(1); });
show(function () { return process.hrtime({}); });
setTimeout(function () {
  var waited = process.hrtime(start);
  console.log(waited[0] * 1e3 + waited[1] / 1e6 >= 19);
}, 20);
