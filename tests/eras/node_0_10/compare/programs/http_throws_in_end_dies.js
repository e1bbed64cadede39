// What a JSON body brings about in the `end` of a request.
var http = require('http');

var server = http.createServer(function (req, res) {
  var body = '';
  req.on('data', function (data) { body += data; });
  req.on('end', function () {
    console.log('got', body);
    if (body !== 'something else') throw new TypeError('the body is wrong');
  });
});
server.listen(0, '127.0.0.1', function () {
  http.request({port: server.address().port, host: '127.0.0.1', method: 'POST'}).end('this');
});
