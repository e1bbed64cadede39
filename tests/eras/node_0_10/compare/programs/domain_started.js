// Whatever was started in a domain tells in it, and fails in it.
var domain = require('domain'), fs = require('fs'), net = require('net'), http = require('http');
var child = require('child_process'), dns = require('dns'), stream = require('stream'), zlib = require('zlib');

var started = {
  'fs.open': function (callback) { fs.open(__filename, 'r', callback); },
  'fs.readFile': function (callback) { fs.readFile(__filename, callback); },
  'fs.exists': function (callback) { fs.exists('.', callback); },
  'a file opened': function (callback) { fs.createReadStream(__filename).on('open', callback); },
  'a file read': function (callback) { fs.createReadStream(__filename).on('end', callback).resume(); },
  'no file': function () { fs.createReadStream('/no/such/file'); },
  listen: function (callback) {
    var server = net.createServer().listen(0, function () { server.close(); callback(); });
  },
  'listen in vain': function () { net.createServer().listen(0, '192.0.2.1'); },
  'connect in vain': function () { net.connect('/no/such/socket'); },
  'request in vain': function () { http.get({socketPath: '/no/such/socket'}); },
  exec: function (callback) { child.exec('true', callback); },
  'a child\'s exit': function (callback) { child.spawn('true').on('exit', callback); },
  gzip: function (callback) { zlib.gzip('x', callback); },
  lookup: function (callback) { dns.lookup('localhost', callback); },
  immediate: function (callback) { setImmediate(callback); },
  tick: function (callback) { process.nextTick(callback); },
  'timer in a tick': function (callback) { process.nextTick(function () { setTimeout(callback, 1); }); },
  'data of a stream': function (callback) {
    var through = new stream.PassThrough();
    through.on('data', callback);
    through.write('x');
  },
  'a write': function (callback) { new stream.PassThrough().write('x', callback); }
};
(function next(names) {
  var name = names.shift();
  if (!name) return process.exit();
  var d = domain.create();
  d.on('error', function (error) {
    console.log(name, 'error:', error.message, error.domain === d, error.domainThrown, !!error.domainEmitter);
    setTimeout(next, 1, names);
  });
  d.run(function () {
    started[name](function () {
      console.log(name, process.domain === d);
      throw new Error('thrown');
    });
  });
})(Object.keys(started));
