// A crawler: follows links and redirects with a queue of its own and an agent of two sockets, and counts what it saw.
var http = require('http'), url = require('url'), util = require('util'), events = require('events');

var pages = {
  '/': '<a href="/a">a</a> <a href="b/">b</a> <a href="/gone">g</a>',
  '/a': '<a href="/">home</a> <a href="/moved">m</a> <a href="http://elsewhere.example/">e</a>',
  '/b/': '<a href="c?x=1&y=2">c</a> <a href="../a#part">a</a>',
  '/b/c?x=1&y=2': 'end of the line', '/found': '<a href="/slow">s</a>', '/slow': 'late'
};

var site = http.createServer(function (req, res) {
  if (req.url === '/moved') { res.writeHead(302, {Location: 'found'}); return res.end(); }
  if (!pages[req.url]) { res.statusCode = 404; return res.end('no'); }
  setTimeout(function () { res.end(pages[req.url]); }, req.url === '/slow' ? 20 : 0);
});

function Crawler(start, limit) {
  events.EventEmitter.call(this);
  this.agent = new http.Agent();
  this.agent.maxSockets = 2;
  this.seen = {};
  this.queue = [start];
  this.active = 0;
  this.limit = limit;
  this.host = url.parse(start).host;
  this.most = 0;
}
util.inherits(Crawler, events.EventEmitter);

Crawler.prototype.run = function () {
  while (this.queue.length && this.active < this.limit) this.fetch(this.queue.shift());
  if (!this.active) this.emit('done', this.seen);
};

Crawler.prototype.fetch = function (address) {
  var self = this;
  address = address.replace(/#.*/, '');
  if (this.seen[address] || url.parse(address).host !== this.host) return;
  this.seen[address] = true;
  this.active++;
  this.most = Math.max(this.most, this.active);
  var options = url.parse(address);
  options.agent = this.agent;
  http.get(options, function (res) {
    var text = '';
    self.seen[address] = res.statusCode;
    res.setEncoding('utf8');
    res.on('data', function (chunk) { text += chunk; });
    res.on('end', function () {
      self.active--;
      if (res.headers.location) self.queue.push(url.resolve(address, res.headers.location));
      text.replace(/href="([^"]*)"/g, function (all, link) { self.queue.push(url.resolve(address, link)); });
      self.run();
    });
  }).on('error', function (error) { self.seen[address] = error.code; self.active--; self.run(); });
};

site.listen(0, '127.0.0.1', function () {
  var base = 'http://127.0.0.1:' + site.address().port;
  var crawler = new Crawler(base + '/', 3);
  crawler.on('done', function (seen) {
    Object.keys(seen).sort().forEach(function (address) { console.log(address.slice(base.length), seen[address]); });
    console.log('most at once', crawler.most);
    site.close();
  });
  crawler.run();
});
