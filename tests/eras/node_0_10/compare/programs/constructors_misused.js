// What constructors and their factories say of options and listeners that are none.
var crypto = require('crypto');
var http = require('http');
var https = require('https');
var net = require('net');
var stream = require('stream');
var StringDecoder = require('string_decoder').StringDecoder;
var tls = require('tls');

function attempt(name, call) {
  try {
    var made = call();
    console.log(name, made && typeof made === 'object' ? made.constructor.name : made);
  } catch (error) {
    console.log(name, error.name + ':', error.message);
  }
}

var WRONG = {nothing: undefined, number: 1, zero: 0, text: 'x', empty: '', 'true': true, object: {}, array: []};

Object.keys(WRONG).forEach(function (kind) {
  var wrong = WRONG[kind];
  attempt('StringDecoder ' + kind, function () { return new StringDecoder(wrong); });
  attempt('Hmac ' + kind, function () { return crypto.createHmac(wrong, 'key'); });
  attempt('http.Server ' + kind, function () { return http.createServer(wrong); });
  attempt('https.Server ' + kind, function () { return https.createServer(wrong); });
  attempt('tls.Server ' + kind, function () { return tls.createServer(wrong); });
  attempt('net.Server ' + kind, function () { return net.createServer(wrong); });
  attempt('net.Server options ' + kind, function () { return net.createServer({}, wrong); });
  attempt('Agent ' + kind, function () { return new http.Agent(wrong).maxSockets; });
  attempt('Readable ' + kind, function () { return new stream.Readable(wrong)._readableState.highWaterMark; });
  attempt('Writable of ' + kind, function () { return new stream.Writable({highWaterMark: wrong})._writableState.highWaterMark; });
  attempt('pipe ' + kind, function () { return new stream.Readable().pipe(wrong); });
  attempt('wrap ' + kind, function () { return new stream.Readable().wrap(wrong); });
});
['text', true, function () {}].forEach(function (wrong) {
  attempt('Socket ' + wrong, function () { return new net.Socket(wrong); });
});
