// Joining, and the lengths of texts.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
t(function () { return Buffer.concat([new Buffer('a'), new Buffer('bc')]); });
t(function () { return Buffer.concat([new Buffer('a'), new Buffer('bc')], 3).toString(); });
t(function () { return Buffer.concat([new Buffer('abc'), new Buffer('d')], 2); });
t(function () { var one = new Buffer('x'); return Buffer.concat([one]) === one; });
t(function () { return Buffer.concat([]).length; });
t(function () { return Buffer.concat('x'); });
t(function () { return ['utf8', 'ucs2', 'hex', 'base64', 'binary', 'ascii'].map(function (e) { return Buffer.byteLength('ab\u00e9c', e); }); });
t(function () { return Buffer.byteLength('x', 'nope'); });
t(function () { return [Buffer.byteLength('\u4e16'), Buffer.byteLength(''), Buffer.byteLength(12345)]; });
t(function () { return ['utf8', 'UTF-8', 'Hex', 'raw', 'latin1', '', undefined, 'utf-16le'].map(Buffer.isEncoding); });
