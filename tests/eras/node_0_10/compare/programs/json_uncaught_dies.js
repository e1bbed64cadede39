// JSON that nobody expected to be wrong: what is shown is its place in the text.
process.on('exit', function (code) { console.log('exit', code); });
require('http').createServer(function (req, res) {
  var body = '';
  req.on('data', function (chunk) { body += chunk; });
  req.on('end', function () {
    res.end('hello ' + JSON.parse(body).name);
  });
}).listen(0, function () {
  var options = {port: this.address().port, method: 'POST', agent: false};
  require('http').request(options, function (res) {
    res.on('data', function (text) { console.log(String(text)); });
    res.on('end', function () {
      require('http').request(options).end('{\n  "name": bob\n}');
    });
  }).end('{"name": "alice"}');
});
