// `http`: the era's own. `get` goes through whatever a program put in place of `request`.
var host = require("internal").host;
var http = host.pythonModule("http");
var serve = host.part("http.server", "serve");

http.get = function (options, callback) {
  var request = http.request(options, callback);
  request.end();
  return request;
};

// Parsers were kept for use again, as many as a program said. Here none is, and what it says stays.
http.parsers = { name: "parsers", constructor: function () {}, max: 1000, list: [] };

http._connectionListener = function connectionListener(socket) { serve(this, socket); };

module.exports = http;
