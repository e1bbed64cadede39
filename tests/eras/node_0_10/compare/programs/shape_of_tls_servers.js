// The properties of servers over TLS.
var https = require('https');
var pems = require('./lib/pems');
var shape = require('./lib/shape');
var tls = require('tls');

var options = pems.options('server');
var server = tls.createServer(options);
console.log(Object.keys(server).join(' '));
shape.prototypes(server);
var asking = pems.options('server', {ca: [pems.ca], ciphers: 'AES128-SHA', requestCert: true, sessionIdContext: 'a'});
console.log(Object.keys(tls.createServer(asking)).join(' '));
var secure = https.createServer(options, function () {});
secure.maxConnections = 3;
secure.mine = 1;
// By ALPN they agree without a list as its bytes were.
console.log(Object.keys(secure).filter(function (name) { return name !== 'NPNProtocols'; }).join(' '));
shape.prototypes(secure);
console.log(secure.httpAllowHalfOpen, secure.requestCert, typeof Object.getOwnPropertyDescriptor(secure, 'connections').get);
console.log(https.Server.super_ === tls.Server, https.Server.length, tls.Server.name);
