// What an encrypted stream still says of its peer when it is over: nothing once the peer has closed it first.
var https = require('https');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function watch(side, stream) {
  function tell(when) {
    var certificate = stream.getPeerCertificate();
    wire.log(side, when, certificate && Object.keys(certificate).length, stream.getCipher() && 'a cipher',
             typeof stream.getSession(), String(stream.isSessionReused()));
  }
  stream.on('end', function () { tell('end'); });
  stream.on('close', function () { tell('close'); });
  tell('begin');
  return tell;
}

function streams(closing, done) {
  var server = tls.createServer(pems.options('server'), function (stream) {
    watch(closing + ' server', stream);
    stream.resume();
    if (closing === 'server ends') stream.end('bye');
    if (closing === 'server destroys') stream.destroy();
    if (closing === 'server destroys soon') stream.destroySoon();
    if (closing === 'both end') stream.end();
  });
  server.listen(0, '127.0.0.1', function () {
    var client = tls.connect({port: server.address().port, rejectUnauthorized: false}, function () {
      watch(closing + ' client', client);
      if (closing === 'client ends' || closing === 'both end') client.end();
      if (closing === 'client destroys') client.destroy();
    });
    client.resume();
    client.on('close', function () { server.close(done); });
  });
}

function answers(closing, done) {
  var server = https.createServer(pems.options('server'), function (request, response) {
    watch(closing + ' server', request.connection);
    if (closing === 'response is cut') {
      response.writeHead(200, {'Content-Length': 9});
      return response.write('part', function () { request.connection.end(); });
    }
    response.end('whole');
  });
  server.listen(0, '127.0.0.1', function () {
    https.get({port: server.address().port, rejectUnauthorized: false, agent: false}, function (response) {
      var tell = watch(closing + ' client', response.connection);
      response.on('end', function () { tell('response end'); });
      response.connection.on('close', function () { server.close(done); });
      response.resume();
    });
  });
}

streams('client ends', function () {
  streams('client destroys', function () {
    streams('server ends', function () {
      streams('server destroys', function () {
        streams('server destroys soon', function () {
          streams('both end', function () {
            answers('response is whole', function () {
              answers('response is cut', function () {});
            });
          });
        });
      });
    });
  });
});
