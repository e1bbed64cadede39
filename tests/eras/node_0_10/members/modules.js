// Modules that http leans on and that need no connection.
var check = require('../../checks').check, thrown = require('../../checks').thrown;
var dns = require('dns'), EventEmitter = require('events').EventEmitter, querystring = require('querystring');
var StringDecoder = require('string_decoder').StringDecoder, url = require('url');

function noting(log, name) { return function () { log.push([name].concat([].slice.call(arguments)).join(' ')); }; }

check('events EventEmitter', function (done) { done(new EventEmitter() instanceof EventEmitter, typeof EventEmitter); });
check('events.EventEmitter addListener(event, listener)', function (done) {
  var emitter = new EventEmitter(), log = [];
  var given = emitter.addListener('x', noting(log, 'one'));
  emitter.addListener('x', noting(log, 'two'));
  emitter.emit('x', 1);
  done(given === emitter, log, thrown(function () { emitter.addListener('x', 'no function'); }));
});
check('events.EventEmitter on(event, listener)', function (done) {
  var emitter = new EventEmitter(), log = [];
  done(emitter.on('x', noting(log, 'on')) === emitter, emitter.emit('x', 1, 2), log);
});
check('events.EventEmitter once(event, listener)', function (done) {
  var emitter = new EventEmitter(), log = [];
  emitter.once('x', noting(log, 'once'));
  done(emitter.emit('x', 1), emitter.emit('x', 2), log);
});
check('events.EventEmitter removeListener(event, listener)', function (done) {
  var emitter = new EventEmitter(), log = [], listener = noting(log, 'removed');
  emitter.on('x', listener);
  done(emitter.removeListener('x', listener) === emitter, emitter.emit('x'), log);
});
check('events.EventEmitter removeAllListeners(event)', function (done) {
  var emitter = new EventEmitter(), log = [];
  emitter.on('x', noting(log, 'x')).on('y', noting(log, 'y'));
  done(emitter.removeAllListeners('x') === emitter, emitter.emit('x'), emitter.emit('y'), log);
});
check('events.EventEmitter removeAllListeners()', function (done) {
  var emitter = new EventEmitter(), log = [];
  emitter.on('x', noting(log, 'x')).on('y', noting(log, 'y'));
  emitter.removeAllListeners();
  done(emitter.emit('x'), emitter.emit('y'), log);
});
check('events.EventEmitter setMaxListeners(n)', function (done) {
  // What is complained about goes to stderr, which is compared as well.
  var emitter = new EventEmitter(), i;
  emitter.setMaxListeners(1);
  emitter.on('x', function () {}).on('x', function () {}).on('x', function () {});
  emitter.setMaxListeners(0);
  for (i = 0; i < 30; i++) emitter.on('y', function () {});
  done(thrown(function () { emitter.setMaxListeners(-1); }));
});
check('events.EventEmitter listeners(event)', function (done) {
  var emitter = new EventEmitter(), listener = function () {};
  emitter.on('x', listener);
  var listeners = emitter.listeners('x');
  listeners.pop();
  done(emitter.listeners('x')[0] === listener, emitter.listeners('y'));
});
check('events.EventEmitter emit(event, …)', function (done) {
  var emitter = new EventEmitter(), seen;
  emitter.on('x', function () { seen = [this === emitter].concat([].slice.call(arguments)); });
  done(emitter.emit('x', 1, 'two', null, undefined), seen, emitter.emit('y'));
});
check('events.EventEmitter listenerCount(emitter, event)', function (done) {
  var emitter = new EventEmitter();
  emitter.on('x', function () {}).on('x', function () {});
  done(EventEmitter.listenerCount(emitter, 'x'), EventEmitter.listenerCount(emitter, 'y'));
});
check('events.EventEmitter event newListener(event, listener)', function (done) {
  var emitter = new EventEmitter(), seen = [], listener = function () {};
  emitter.on('newListener', function (event, added) { seen.push(arguments.length, event, added === listener, emitter.listeners('x').length); });
  emitter.on('x', listener);
  done(seen);
});
check('events.EventEmitter event removeListener(event, listener)', function (done) {
  var emitter = new EventEmitter(), seen = [], listener = function () {};
  emitter.on('removeListener', function (event, removed) { seen.push(arguments.length, event, removed === listener, emitter.listeners('x').length); });
  emitter.on('x', listener);
  emitter.removeListener('x', listener);
  done(seen);
});
check('events.EventEmitter event error that nobody listens to', function (done) {
  done(thrown(function () { new EventEmitter().emit('error', new TypeError('mine')); }),
    thrown(function () { new EventEmitter().emit('error'); }));
});

var WHOLE = 'http://user:pass@host.com:8080/p/a/t/h?query=string#hash';

check('url parse(urlStr)', function (done) { done(url.parse('/status?name=ryan'), url.parse('//host/path').pathname); });
check('url parse(urlStr, parseQueryString)', function (done) { done(url.parse('/status?name=ryan', true).query, url.parse('/status', true).query); });
check('url parse(urlStr, parseQueryString, slashesDenoteHost)', function (done) {
  var parsed = url.parse('//foo/bar', false, true);
  done(parsed.host, parsed.pathname);
});
check('url format(urlObj)', function (done) {
  done(url.format({protocol: 'http', host: 'host.com', pathname: '/p', query: {a: 1, b: ['c', 'd']}, hash: 'x'}), url.format(url.parse(WHOLE)));
});
check('url resolve(from, to)', function (done) {
  done(url.resolve('/one/two/three', 'four'), url.resolve('http://example.com/one', '/two'), url.resolve('http://example.com/', '//other/x'));
});
check('url.Url href', function (done) { done(url.parse(WHOLE).href); });
check('url.Url protocol', function (done) { done(url.parse(WHOLE).protocol, url.parse('HTTP://X').protocol); });
check('url.Url slashes', function (done) { done(url.parse(WHOLE).slashes, url.parse('mailto:a@b.c').slashes); });
check('url.Url host', function (done) { done(url.parse(WHOLE).host); });
check('url.Url auth', function (done) { done(url.parse(WHOLE).auth); });
check('url.Url hostname', function (done) { done(url.parse(WHOLE).hostname, url.parse('http://[::1]:80/').hostname); });
check('url.Url port', function (done) { done(url.parse(WHOLE).port, url.parse('http://x/').port); });
check('url.Url pathname', function (done) { done(url.parse(WHOLE).pathname); });
check('url.Url search', function (done) { done(url.parse(WHOLE).search); });
check('url.Url path', function (done) { done(url.parse(WHOLE).path); });
check('url.Url query', function (done) { done(url.parse(WHOLE).query); });
check('url.Url hash', function (done) { done(url.parse(WHOLE).hash); });

check('querystring stringify(obj)', function (done) { done(querystring.stringify({foo: 'bar', baz: ['qux', 'quux'], corge: '', n: 1, t: true})); });
check('querystring stringify(obj, sep, eq)', function (done) { done(querystring.stringify({foo: 'bar', baz: 'qux'}, ';', ':')); });
check('querystring parse(str)', function (done) { done(querystring.parse('foo=bar&baz=qux&baz=quux&corge&a+b=%20%7A')); });
check('querystring parse(str, sep, eq)', function (done) { done(querystring.parse('foo:bar;baz:qux', ';', ':')); });
check('querystring option maxKeys', function (done) {
  var many = [];
  for (var i = 0; i < 1200; i++) many.push(i + '=');
  many = many.join('&');
  done(querystring.parse('a=1&b=2&c=3', '&', '=', {maxKeys: 2}), Object.keys(querystring.parse(many)).length,
    Object.keys(querystring.parse(many, '&', '=', {maxKeys: 0})).length);
});
check('querystring escape(str)', function (done) { done(querystring.escape('a b&\u00fc/!')); });
check('querystring unescape(str)', function (done) { done(querystring.unescape('a%20b%26+%C3%BC'), querystring.unescape('%zz')); });

check('string_decoder StringDecoder(encoding)', function (done) {
  done(new StringDecoder('utf8') instanceof StringDecoder, new StringDecoder().encoding, thrown(function () { new StringDecoder('none'); }));
});
check('string_decoder.StringDecoder write(buffer)', function (done) {
  var decoder = new StringDecoder('utf8');
  done(decoder.write(new Buffer([0xe2, 0x82])), decoder.write(new Buffer([0xac, 0x41])));
});
check('string_decoder.StringDecoder end()', function (done) {
  var decoder = new StringDecoder('utf8');
  decoder.write(new Buffer([0xe2, 0x82]));
  done(decoder.end());
});

check('dns lookup(domain, callback)', function (done) {
  dns.lookup('127.0.0.1', function (error, address, family) { done(arguments.length, error, address, family); });
});
check('dns lookup(domain, family, callback)', function (done) {
  dns.lookup('localhost', 4, function (error, address, family) { done(arguments.length, error, address, family); });
});
check('dns lookup() of a name nobody has', function (done) {
  // Too long for a name server to be asked.
  dns.lookup(new Array(99).join('x'), function (error, address) { done(error instanceof Error, error.code, error.syscall, address); });
});
