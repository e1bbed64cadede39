// Buffer of 2013: constructors, encodings, slices that share.
var b = new Buffer('h\u00e9llo');
console.log(b, b.length, b.toString(), b.toString('hex'), b.toString('base64'), b.toString('binary'), b.toString('ascii'));
console.log(new Buffer([1, 2, 300]), new Buffer('6869', 'hex').toString(), new Buffer('aGk', 'base64').toString());
console.log(Buffer.byteLength('\u20ac'), Buffer.isBuffer(b), Buffer.isBuffer('x'), Buffer.concat([b, new Buffer('!')]).toString());
var part = b.slice(0, 1);
part[0] = 72;
console.log(b.toString(), b[0], b.toString('utf8', 1, 3));
var w = new Buffer(8);
w.fill(0);
w.writeUInt16BE(258, 0);
w.writeInt32LE(-2, 2);
console.log(w, w.readUInt16BE(0), w.readInt32LE(2), w.write('ab', 6), JSON.stringify(new Buffer('ab')));
console.log(Buffer.isEncoding('utf8'), Buffer.isEncoding('nope'), new Buffer('hi', 'ucs2'), b.copy(w, 0, 0, 3), w);
