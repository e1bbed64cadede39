// Asks a server over and over, 64 requests at a time on connections that stay; a line for every thousand.
var http = require('http');

var agent = new http.Agent({maxSockets: 64});
var options = {host: '127.0.0.1', port: parseInt(process.argv[2], 10), path: '/', agent: agent};
var answers = 0;

function ask() {
  http.get(options, answered);
}

function answered(response) {
  response.on('data', function (chunk) {});
  response.on('end', ended);
}

function ended() {
  answers++;
  if (answers % 1000 === 0) console.log(answers);
  ask();
}

for (var i = 0; i < 64; i++) ask();
