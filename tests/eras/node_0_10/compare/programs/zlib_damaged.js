// What is cut off, damaged, followed by something, empty, or nothing of the kind.
var zlib = require('zlib');
var text = new Buffer(5000);
text.fill('hello world ');
function show(error, result) {
  if (error) return error.name + ': ' + error.message + ' ' + JSON.stringify(error);
  return result.length + ' ' + result.slice(0, 12).toString('hex');
}
function changed(bytes, place) {
  var copy = new Buffer(bytes);
  copy[place] ^= 1;
  return copy;
}
zlib.gzip(text, function (error, gzip) {
  zlib.deflate(text, function (error, deflated) {
    var cases = [
      ['gunzip', gzip], ['gunzip', Buffer.concat([gzip, new Buffer('garbage')])], ['gunzip', gzip.slice(0, gzip.length - 9)],
      ['gunzip', gzip.slice(0, 20)], ['gunzip', new Buffer(0)], ['gunzip', 'no gzip'], ['gunzip', changed(gzip, gzip.length - 8)],
      ['gunzip', changed(gzip, gzip.length - 4)], ['gunzip', changed(gzip, 12)], ['inflate', gzip], ['inflate', deflated],
      ['inflate', changed(deflated, deflated.length - 1)], ['inflate', deflated.slice(0, 30)], ['inflateRaw', gzip], ['unzip', gzip], ['unzip', deflated],
      ['unzip', 'zz'], ['gunzip', deflated], ['deflate', ''], ['gzip', ''], ['deflateRaw', ''], ['gzip', text], ['deflateRaw', 'é'],
    ];
    (function next() {
      var given = cases.shift();
      if (!given) return;
      zlib[given[0]](given[1], function (error, result) {
        console.log(given[0], arguments.length, show(error, result));
        next();
      });
    })();
  });
});
