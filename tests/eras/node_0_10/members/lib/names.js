// What a program finds by looking: the public names of modules, of classes and of objects in use, as JSON by owner.
var crypto = require('crypto'), events = require('events'), fs = require('fs'), http = require('http'), https = require('https');
var net = require('net'), stream = require('stream'), tls = require('tls'), url = require('url'), zlib = require('zlib');

var MODULES = 'assert buffer child_process console crypto dns domain events fs http https module net os path punycode querystring ' +
  'readline stream string_decoder timers tls url util vm zlib';
var LATER_MODULES = 'async_hooks diagnostics_channel http2 inspector perf_hooks process quic sea sqlite test test/reporters trace_events ' +
  'v8 wasi worker_threads assert/strict dns/promises fs/promises path/posix path/win32 readline/promises stream/promises ' +
  'stream/web timers/promises util/types _http_agent _http_client _http_common _http_incoming _http_outgoing _http_server ' +
  '_stream_wrap _tls_common _tls_wrap js_stream';
var found = {};

function names(thing) {
  var all = [];
  for (; thing && thing !== Object.prototype && thing !== Function.prototype; thing = Object.getPrototypeOf(thing)) {
    all = all.concat(Object.getOwnPropertyNames(thing));
  }
  return all;
}

/** Whether a prototype has a method of that name; ours keeps there what the real one sets in each object, too. */
function isMethod(prototype, name) {
  for (; prototype; prototype = Object.getPrototypeOf(prototype)) {
    var found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return typeof found.value === 'function';
  }
}

/** Add to what was found of `owner` the names of `thing`. */
function note(owner, thing, only) {
  if (!found[owner]) found[owner] = {};
  names(thing).forEach(function (name) {
    if (!/^(_|\d)/.test(name) && (!only || only(thing, name))) found[owner][name] = true;
  });
}

/** A stream that is one: those of crypto become so when they are first used that way. */
function used(stream) {
  stream.write('x');
  return stream;
}

function noteModules() {
  MODULES.split(' ').forEach(function (name) {
    var module = require(name);
    note(name, module);
    Object.keys(module).forEach(function (key) {
      if (!/^[A-Z]/.test(key) || typeof module[key] !== 'function') return;
      note(name + '.' + key + ' itself', module[key]);
      note(name + '.' + key, module[key].prototype, isMethod);
    });
  });
}

function noteBuiltins() {
  found['require'] = {};
  LATER_MODULES.split(' ').forEach(function (name) {
    try {
      require(name);
      found['require'][name] = true;
    } catch (error) {}
  });
}

function noteObjects() {
  note('process', process);
  note('global', global);
  note('module object', module);
  note('require function', require);
  note('buffer.Buffer itself', Buffer);
  note('buffer.Buffer', new Buffer(3));
  note('console', console);
  note('process.stdout', process.stdout);
  note('process.versions', process.versions);
  note('process.features', process.features);
  note('timeout', setTimeout(function () {}, 0));
  note('immediate', setImmediate(function () {}));
  note('events.EventEmitter', new events.EventEmitter());
  note('url.Url', url.parse('http://user:pass@host.com:8080/p/a/t/h?query=string#hash'));
  note('string_decoder.StringDecoder', new (require('string_decoder').StringDecoder)('utf8'));
  note('stream.Stream', new stream());
  ['Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'].forEach(function (name) { note('stream.' + name, new stream[name]()); });
  note('fs.Stats', fs.statSync('.'));
  note('fs.ReadStream', fs.createReadStream(__filename));
  note('crypto.Hash', used(crypto.createHash('md5')));
  note('crypto.Hmac', used(crypto.createHmac('md5', 'key')));
  note('crypto.Cipher', used(crypto.createCipher('aes-128-cbc', 'key')));
  note('zlib.Gzip', zlib.createGzip());
  note('domain.Domain', require('domain').create());
  note('net.Server', net.createServer());
  note('net.Socket', new net.Socket());
  note('http.Server', http.createServer());
  note('http.Agent', new http.Agent());
  note('https.Agent', new https.Agent());
  try { require('assert').equal(1, 2); } catch (error) { note('assert.AssertionError', error); }
}

/** One exchange: what there is at each of its moments. */
function noteExchange(prefix, server, ask, then) {
  var module = prefix === 'https' ? https : http;
  server.on('request', function (request, response) {
    note('http.IncomingMessage', request);
    note('http.ServerResponse', response);
    note(prefix === 'https' ? 'tls.CleartextStream' : 'net.Socket', request.socket);
    response.write('x');
    request.resume();
    request.on('end', function () {
      response.end();
      note('http.ServerResponse', response);
      note('http.IncomingMessage', request);
    });
  });
  server.listen(0, '127.0.0.1', function () {
    note(prefix + '.Server', server);
    var request = ask(server.address().port);
    note('http.ClientRequest', request);
    note(prefix + '.Agent', request.agent);
    request.on('response', function (response) {
      note('http.ClientRequest', request);
      note('http.IncomingMessage', response);
      note(prefix === 'https' ? 'tls.CleartextStream' : 'net.Socket', response.socket);
      response.resume();
      response.on('end', function () { server.close(then); });
    });
    request.end('x');
  });
}

function noteChild(then) {
  var child = require('child_process').spawn(process.execPath, ['-v']);
  note('child_process.ChildProcess', child);
  child.stdout.resume();
  child.on('close', function () {
    note('child_process.ChildProcess', child);
    then();
  });
}

function noteTls(then) {
  if (!process.env.PEMS) return then();
  var pems = require('../../compare/programs/lib/pems');
  note('crypto.Credentials', crypto.createCredentials({}));
  note('tls.SecurePair', tls.createSecurePair(null, false));
  noteExchange('https', https.createServer(pems.options('server')), function (port) {
    return https.request({host: 'localhost', port: port, method: 'POST', agent: new https.Agent({ca: pems.ca})});
  }, then);
}

noteModules();
noteBuiltins();
noteObjects();
noteExchange('http', http.createServer(), function (port) {
  return http.request({host: '127.0.0.1', port: port, method: 'POST'});
}, function () {
  noteTls(function () {
    noteChild(function () {
      Object.keys(found).forEach(function (owner) { found[owner] = Object.keys(found[owner]).sort(); });
      console.log(JSON.stringify(found));
    });
  });
});
