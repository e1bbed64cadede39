// An error of a request that nobody hears ends the program.
var https = require('https');
var pems = require('./lib/pems');

var server = https.createServer(pems.options('self'), function (req, res) { res.end('never'); });
server.listen(0, '127.0.0.1', function () {
  https.get({host: '127.0.0.1', port: server.address().port}, function () { console.log('never'); });
});
