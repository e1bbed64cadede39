// A file server as people wrote it: types, ETag, ranges, directory index, 404, no way out of its folder.
var http = require('http'), fs = require('fs'), path = require('path'), url = require('url'), crypto = require('crypto');

var root = path.join(__dirname, 'tree');
var types = {'.txt': 'text/plain', '.json': 'application/json', '.js': 'application/javascript'};

function fail(res, code) {
  res.statusCode = code;
  res.setHeader('Content-Type', 'text/plain');
  res.end(http.STATUS_CODES[code] + '\n');
}

function sendFile(req, res, file, stat) {
  var etag = '"' + crypto.createHash('md5').update(stat.size + file.slice(root.length)).digest('hex') + '"';
  res.setHeader('Content-Type', types[path.extname(file)] || 'application/octet-stream');
  res.setHeader('ETag', etag);
  res.setHeader('Accept-Ranges', 'bytes');
  if (req.headers['if-none-match'] === etag) { res.writeHead(304); return res.end(); }
  var range = /^bytes=(\d+)-(\d*)$/.exec(req.headers.range || '');
  var options = {};
  if (range) {
    options.start = +range[1];
    options.end = range[2] ? +range[2] : stat.size - 1;
    if (options.start >= stat.size) return fail(res, 416);
    res.statusCode = 206;
    res.setHeader('Content-Range', 'bytes ' + options.start + '-' + options.end + '/' + stat.size);
    res.setHeader('Content-Length', options.end - options.start + 1);
  } else {
    res.setHeader('Content-Length', stat.size);
  }
  if (req.method === 'HEAD') return res.end();
  fs.createReadStream(file, options).on('error', function () { fail(res, 500); }).pipe(res);
}

var server = http.createServer(function (req, res) {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    return fail(res, 405);
  }
  var pathname = decodeURIComponent(url.parse(req.url).pathname);
  if (~pathname.indexOf('\0')) return fail(res, 400);
  var file = path.normalize(path.join(root, pathname));
  if (file.indexOf(root) !== 0) return fail(res, 403);
  fs.stat(file, function (err, stat) {
    if (err) return fail(res, err.code === 'ENOENT' ? 404 : 500);
    if (!stat.isDirectory()) return sendFile(req, res, file, stat);
    fs.readdir(file, function (err, names) {
      if (err) return fail(res, 500);
      res.writeHead(200, {'Content-Type': 'text/html'});
      res.end(names.sort().map(function (name) { return '<li>' + name; }).join('\n') + '\n');
    });
  });
});

var etag;
var asked = [
  ['GET', '/note.txt'], ['HEAD', '/note.txt'], ['GET', '/data.json', {range: 'bytes=2-5'}],
  ['GET', '/note.txt', {range: 'bytes=99999-'}], ['GET', '/'], ['GET', '/nothing'], ['GET', '/../proxy.js'],
  ['GET', '/%2e%2e/proxy.js'], ['GET', '/note.txt%00.js'], ['DELETE', '/note.txt'], ['GET', '/note.txt', 'etag']
];

server.listen(0, '127.0.0.1', function next() {
  var ask = asked.shift();
  if (!ask) return server.close();
  var headers = ask[2] === 'etag' ? {'If-None-Match': etag} : ask[2] || {};
  http.request({port: server.address().port, method: ask[0], path: ask[1], headers: headers, agent: false}, function (res) {
    if (res.headers.etag) etag = res.headers.etag;
    var body = '';
    delete res.headers.date;
    res.setEncoding('utf8');
    res.on('data', function (text) { body += text; });
    res.on('end', function () {
      console.log(ask.slice(0, 2).join(' '), res.statusCode, res.headers);
      console.log(JSON.stringify(body));
      next();
    });
  }).end();
});
