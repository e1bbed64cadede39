// `child_process`: what the era has, told how JavaScript makes JSON and how it is run.
var host = require("internal").host;

host.part("child_process.hosting", "use")(
  function (message) { return JSON.stringify(message); },
  function () { return [process.execPath, process.execArgv]; });

module.exports = host.pythonModule("child_process");
