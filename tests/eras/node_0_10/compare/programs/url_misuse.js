// parse, resolve and format of what is no URL, and the Url class itself.
var tell = require('./lib/tell');

tell.using({url: require('url'), util: require('util')}).each([
  'url.parse()',
  'url.parse(null)',
  'url.parse(1)',
  'url.parse({})',
  'url.parse([])',
  'url.resolve()',
  'url.resolve("a")',
  'url.resolve(null,"a")',
  'url.resolve("http://a/b",null)',
  'url.resolve({},"a")',
  'url.parse("http://a/b")',
  'url.parse("http://a/b",true)',
  'url.parse("a",true).query',
  'url.parse("http://a/?__proto__=1&toString=2",true).query',
  'new url.Url()',
  'new url.Url().parse("http://x")',
  'url.parse("http://a").constructor===url.Url',
  'url.parse("http://a/b").resolve("c")',
  'url.parse("http://a/b").resolveObject("c").href',
  'url.resolveObject("http://a/b","c")',
  'url.resolveObject("http://a/b",url.parse("c")).href',
  'url.parse(url.parse("http://a"))',
  'url.parse.length',
  'url.parse("http://a") instanceof url.Url',
  'Object.keys(url.parse("http://a"))',
  'util.inspect(url.parse("/p?q=1"))',
  'url.parse("http://a/?a=1&a=2",true).query',
  'JSON.stringify(url.parse("http://a"))'
]);
