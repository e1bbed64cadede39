// Flushes between writes, one of them just before the end: where each word comes out.
var zlib = require('zlib');
function run(name, makeOutput, makeInput) {
  var output = makeOutput(), pieces = [];
  output.on('data', function (piece) { pieces.push(piece); });
  output.on('end', function () {
    console.log(name, pieces.map(function (piece) { return piece.toString('hex'); }).join(' '));
    var input = makeInput(), text = '';
    input.on('data', function (piece) { text += piece; });
    input.on('end', function () { console.log(name, text); });
    pieces.forEach(function (piece) {
      for (var i = 0; i < piece.length; i++) input.write(piece.slice(i, i + 1));
    });
    input.end();
  });
  output.write('abc');
  output.flush(function () {
    console.log(name, 'flushed', pieces.length);
    output.write('def');
    output.flush();
    output.end('ghi');
    output.flush(function () { console.log(name, 'flushed at the end'); });
  });
}
run('deflate', function () { return zlib.createDeflate(); }, function () { return zlib.createInflate(); });
run('raw', function () { return zlib.createDeflateRaw({ level: 1 }); }, function () { return zlib.createInflateRaw(); });
run('gzip', function () { return zlib.createGzip({ level: 0 }); }, function () { return zlib.createUnzip({ chunkSize: 64 }); });
