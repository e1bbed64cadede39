// Hello world over TLS; its key is in the folder that is the second argument.
var fs = require('fs');
var https = require('https');

var folder = process.argv[3];
var options = {
  key: fs.readFileSync(folder + '/key.pem'),
  cert: fs.readFileSync(folder + '/cert.pem')
};

https.createServer(options, function (request, response) {
  response.writeHead(200, {'Content-Type': 'text/plain'});
  response.end('Hello World\n');
}).listen(parseInt(process.argv[2], 10), '127.0.0.1');
