// What is given in place of options and is none: a listener where options come first, text, numbers.
var http = require('http'), https = require('https'), tls = require('tls'), net = require('net'), stream = require('stream');
var crypto = require('crypto'), zlib = require('zlib');

function told(name, run) {
  try { console.log(name, typeof run()); } catch (error) { console.log(name, error.name + ': ' + error.message); }
}
function listener() {}

told('https.createServer', function () { return https.createServer(listener); });
told('https.Server', function () { return new https.Server(listener); });
told('tls.createServer', function () { return tls.createServer(listener); });
told('net.createServer', function () { return net.createServer('text'); });
told('http.Agent', function () { return new http.Agent(listener).maxSockets; });
told('http.Agent', function () { return new http.Agent(5).maxSockets; });
told('crypto.createCredentials', function () { return crypto.createCredentials(listener); });
told('zlib.createGzip', function () { return zlib.createGzip(listener); });
told('zlib.createInflate', function () { return zlib.createInflate('text'); });
[listener, 5, 'text', true].forEach(function (given) {
  told('Readable', function () { return new stream.Readable(given); });
  told('Writable', function () { return new stream.Writable(given); });
  told('Duplex', function () { return new stream.Duplex(given); });
  told('PassThrough', function () { return new stream.PassThrough(given); });
});

// A request needs something that could hold them.
[undefined, listener, 5, '', false].forEach(function (given) {
  [http, https].forEach(function (module) {
    told('request', function () {
      var request = module.request(given);
      request.on('error', function () {});
      request.abort();
      return request;
    });
  });
});
