// A small REST service: a routing table, bodies as JSON and as forms, cookies, basic auth, errors as JSON.
var http = require('http'), url = require('url'), qs = require('querystring'), util = require('util');
var EventEmitter = require('events').EventEmitter;

function Store() { EventEmitter.call(this); this.items = {}; this.last = 0; }
util.inherits(Store, EventEmitter);
Store.prototype.add = function (item, callback) {
  var self = this;
  process.nextTick(function () {
    item.id = ++self.last;
    self.items[item.id] = item;
    self.emit('add', item);
    callback(null, item);
  });
};
Store.prototype.get = function (id, callback) {
  var item = this.items[id];
  setImmediate(function () { item ? callback(null, item) : callback(new Error('no item ' + id)); });
};

var store = new Store();
store.on('add', function (item) { console.log('added %j', item); });

function body(req, callback) {
  var chunks = [];
  req.on('data', function (chunk) { chunks.push(chunk); });
  req.on('end', function () {
    var text = Buffer.concat(chunks).toString();
    if (/json/.test(req.headers['content-type'])) {
      try { callback(null, JSON.parse(text)); } catch (e) { callback(e); }
    } else callback(null, qs.parse(text));
  });
}

function json(res, code, value) {
  var text = JSON.stringify(value, null, 2);
  res.writeHead(code, {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text)});
  res.end(text);
}

function parseCookies(req) {
  return (req.headers.cookie || '').split(/; */).reduce(function (all, pair) {
    var i = pair.indexOf('=');
    if (i > 0) all[pair.slice(0, i)] = decodeURIComponent(pair.slice(i + 1));
    return all;
  }, {});
}

var routes = [
  ['POST', /^\/items$/, function (req, res) {
    body(req, function (err, item) {
      if (err) return json(res, 400, {error: err.name});
      store.add(item, function (err, item) { json(res, 201, item); });
    });
  }],
  ['GET', /^\/items\/(\d+)$/, function (req, res, id) {
    store.get(id, function (err, item) { err ? json(res, 404, {error: err.message}) : json(res, 200, item); });
  }],
  ['GET', /^\/search$/, function (req, res) { json(res, 200, url.parse(req.url, true).query); }],
  ['GET', /^\/count$/, function (req, res) {
    var n = +(parseCookies(req).n || 0) + 1;
    res.setHeader('Set-Cookie', ['n=' + n, 'seen=' + encodeURIComponent('yes & no') + '; HttpOnly']);
    json(res, 200, {n: n});
  }],
  ['GET', /^\/secret$/, function (req, res) {
    var auth = new Buffer((req.headers.authorization || '').replace(/^Basic /, ''), 'base64').toString();
    if (auth !== 'user:pass:word') {
      res.setHeader('WWW-Authenticate', 'Basic realm="x"');
      return json(res, 401, {error: 'who?'});
    }
    json(res, 200, {secret: 42});
  }]
];

var server = http.createServer(function (req, res) {
  var pathname = url.parse(req.url).pathname;
  var found = routes.some(function (route) {
    var match = req.method === route[0] && route[1].exec(pathname);
    if (match) route[2].apply(null, [req, res].concat(match.slice(1)));
    return match;
  });
  if (!found) json(res, 404, {error: 'no route ' + req.method + ' ' + pathname});
}).listen(0, '127.0.0.1', next);

var asked = [
  {method: 'POST', path: '/items', headers: {'content-type': 'application/json'}, body: '{"name":"caf\u00e9","tags":["a","b"]}'},
  {method: 'POST', path: '/items', body: 'name=b&tags=x&tags=y&empty='},
  {method: 'POST', path: '/items', headers: {'content-type': 'application/json'}, body: '{broken'},
  {path: '/items/1'}, {path: '/items/2'}, {path: '/items/3'}, {path: '/search?q=a+b&x=1&x=2&y'},
  {path: '/count'}, {path: '/count', headers: {cookie: 'a=b; n=41'}}, {path: '/secret'},
  {path: '/secret', auth: 'user:pass:word'}, {method: 'PUT', path: '/items/1', body: 'x'}
];
function next() {
  var ask = asked.shift();
  if (!ask) return server.close(function () { console.log('closed'); });
  ask.port = server.address().port;
  var req = http.request(ask, function (res) {
    var text = '';
    res.setEncoding('utf8');
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () {
      console.log(ask.method || 'GET', ask.path, res.statusCode, res.headers['set-cookie'], res.headers['www-authenticate']);
      console.log(text);
      next();
    });
  });
  req.end(ask.body);
}
