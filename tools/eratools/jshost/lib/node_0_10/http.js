// `http`: the era's own. `get` goes through whatever a program put in place of `request`.
var http = require("internal").host.pythonModule("http");

http.get = function (options, callback) {
  var request = http.request(options, callback);
  request.end();
  return request;
};

module.exports = http;
