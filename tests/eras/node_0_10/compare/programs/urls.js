// url: what http.request leans on.
var url = require('url');

['http://user:pa%3Ass@Host.com:8080/p/a/t/h?query=string&a=b#hash', '/status?name=ryan', '//host/path', 'host/path',
  'http://a.com', 'HTTP://A.com/B?c', 'mailto:a@b.c', 'http://a.com/ b', 'http://[::1]:80/x', '', '?q', '#h',
  'http://a.com?x=1', 'javascript:alert(1)', 'http://a.b/c{d}'].forEach(function (text) {
  var parts = url.parse(text);
  var shown = {};
  Object.keys(parts).forEach(function (name) { if (parts[name] !== null) shown[name] = parts[name]; });
  console.log(text, JSON.stringify(shown), url.format(parts));
});
console.log(JSON.stringify(url.parse('/status?name=ryan&name=b', true).query));
console.log(url.parse('//host/path', false, true).host);
console.log(url.format({protocol: 'http', host: 'a.com', pathname: 'x', query: {a: 1, b: ['c', 'd']}}));
console.log(url.resolve('/one/two/three', 'four'), url.resolve('http://example.com/', '/one'),
  url.resolve('http://example.com/one', '/two'), url.resolve('http://a/b/c/d', '../e'));
