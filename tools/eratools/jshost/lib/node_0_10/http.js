// `http`: the era's own. `get` goes through whatever a program put in place of `request`.
var host = require("internal").host;
var http = host.pythonModule("http");
var serve = host.part("http.server", "serve");

http.get = function (options, callback) {
  var request = http.request(options, callback);
  request.end();
  return request;
};

http._connectionListener = function connectionListener(socket) { serve(this, socket); };

module.exports = http;
