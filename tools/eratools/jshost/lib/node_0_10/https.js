// `https`: the era's own. `get` goes through whatever a program put in place of `request`.
var https = require("internal").host.pythonModule("https");

https.get = function (options, callback) {
  var request = https.request(options, callback);
  request.end();
  return request;
};

module.exports = https;
