// An error of a connection that nobody hears ends the program.
var tls = require('tls');
var pems = require('./lib/pems');

pems.serve(pems.options('server'), function () {}, function (port) {
  var client = tls.connect(port, '127.0.0.1');
  client.on('secureConnect', function () { console.log('never'); });
});
