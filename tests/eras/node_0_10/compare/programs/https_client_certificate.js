// A client that shows who it is: by key and certificate, by PKCS#12, by an agent; and one that is refused.
var https = require('https');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function run(rejects, next) {
  var name = rejects ? 'wanted ' : 'asked ';
  var server = https.createServer(pems.options('server', {requestCert: true, rejectUnauthorized: rejects, ca: [pems.ca]}),
    function (req, res) {
      var subject = req.connection.getPeerCertificate().subject;
      res.end([subject && subject.CN, req.connection.authorized, req.connection.authorizationError].join(' '));
    });
  server.listen(0, '127.0.0.1', function () {
    var client = pems.options('client');
    var tests = {
      'nobody': {},
      'key and certificate': client,
      'encrypted key': {key: pems.read('encrypted.key'), passphrase: 'secret', cert: pems.read('server.pem')},
      'pfx': {pfx: pems.read('server.pfx'), passphrase: 'secret'},
      'stranger': pems.options('stranger'),
      'self-signed': pems.options('self'),
      'by an agent': {agent: new https.Agent(pems.options('client', {ca: [pems.ca]}))},
      'no agent': pems.options('client', {agent: false})
    };
    (function again(names) {
      var which = names.shift();
      if (!which) return server.close(next);
      var options = {host: '127.0.0.1', port: server.address().port, ca: [pems.ca]};
      for (var key in tests[which]) options[key] = tests[which][key];
      https.get(options, function (res) {
        res.on('data', function (data) { wire.log(name + which, String(data)); });
        res.on('end', function () { again(names); });
      }).on('error', function (error) {
        wire.log(name + which, pems.error(error));
        again(names);
      });
    })(Object.keys(tests));
  });
}
run(false, function () { run(true, function () {}); });
['wrong passphrase', 'garbage'].forEach(function (name) {
  try {
    https.get({pfx: name === 'garbage' ? new Buffer('x') : pems.read('server.pfx'), passphrase: 'wrong', port: 1}).on('error', function () {});
    wire.log('pfx', name, 'no error');
  } catch (error) {
    wire.log('pfx', name, pems.error(error));
  }
});
