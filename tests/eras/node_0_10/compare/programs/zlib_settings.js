// Every setting of the streams with values in and out of range.
var zlib = require('zlib');
var values = [-2, -1, 0, 1, 5, 6, 8, 9, 10, 15, 16, 63, 64, '9', null, undefined, NaN];
['chunkSize', 'windowBits', 'level', 'memLevel', 'strategy', 'flush', 'dictionary'].forEach(function (name) {
  values.forEach(function (value) {
    ['createDeflate', 'createInflate', 'createGzip'].forEach(function (create) {
      var options = {};
      options[name] = value;
      try {
        zlib[create](options).close();
      } catch (error) { console.log(create, name, value, error.name, error.message); }
    });
  });
});
var stream = zlib.createDeflate();
stream.on('close', function () { console.log('close'); });
stream.close(function () { console.log('closed'); });
stream.close();
console.log(stream instanceof require('stream').Transform, zlib.Deflate() instanceof zlib.Deflate, new zlib.Unzip() instanceof zlib.Gunzip);
