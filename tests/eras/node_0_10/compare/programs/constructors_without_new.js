// Each constructor called without `new`: some make an object all the same, some do nothing, some fail.
var CONSTRUCTORS = {
  http: ['Server', 'Agent', 'IncomingMessage', 'OutgoingMessage'],
  https: ['Agent'],
  net: ['Server', 'Socket', 'Stream'],
  stream: ['Stream', 'Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'],
  events: ['EventEmitter'],
  domain: ['Domain'],
  crypto: ['Hash', 'Hmac', 'Cipher', 'Cipheriv', 'Decipher', 'Decipheriv', 'Sign', 'Verify', 'Credentials'],
  zlib: ['Deflate', 'Inflate', 'Gzip', 'Gunzip', 'DeflateRaw', 'InflateRaw', 'Unzip'],
  url: ['Url'],
  buffer: ['Buffer', 'SlowBuffer'],
  console: ['Console']
};
var ARGUMENTS = [[], ['md5'], ['md5', 'key'], [{}], [true]];

function attempt(name, Class, args, self) {
  try {
    var made = Class.apply(self, args);
    console.log(name, JSON.stringify(args), made && made.constructor.name, made instanceof Class);
  } catch (error) {
    console.log(name, JSON.stringify(args), error.name + ':', error.message);
  }
}

Object.keys(CONSTRUCTORS).forEach(function (module) {
  CONSTRUCTORS[module].forEach(function (name) {
    var Class = require(module)[name];
    ARGUMENTS.forEach(function (args) {
      attempt(module + '.' + name, Class, args);
      attempt('  on an object', Class, args, {});
    });
  });
});

attempt('StringDecoder', require('string_decoder').StringDecoder, ['utf8']);

// An object of a class that inherits is what the constructor is called on.
var EventEmitter = require('events').EventEmitter;
function Mine() { console.log(EventEmitter.call(this)); }
require('util').inherits(Mine, EventEmitter);
new Mine().on('x', console.log).emit('x', 'heard');
