// Text written into a Buffer at each position and with each length, in each encoding: what fits, and how many
// characters that were.
var texts = ['', 'a', 'abcd', 'é', 'éé', '€€€€', '6162', 'aéb€', 'YQ==', '\ud83d\ude00x'];

['utf8', 'ascii', 'binary', 'base64', 'ucs2', 'hex'].forEach(function (encoding) {
  texts.forEach(function (text) {
    [0, 6, 7, 8, 9].forEach(function (offset) {
      [0, 1, 2, 3, 5].forEach(function (length) {
        var buffer = new Buffer(8);
        buffer.fill(46);
        var outcome;
        try {
          outcome = buffer.write(text, offset, length, encoding) + ' ' + Buffer._charsWritten;
        } catch (error) {
          outcome = error.name + ': ' + error.message;
        }
        console.log(encoding, text.length, offset, length, outcome, buffer.toString('hex'));
      });
    });
  });
});

function attempt(label, f) {
  var buffer = new Buffer(8);
  buffer.fill(46);
  try {
    console.log(label, f(buffer), buffer.toString('hex'));
  } catch (error) {
    console.log(label, error.name + ': ' + error.message);
  }
}

[['abc', 2], ['abc', 'ascii'], ['abc', 'ascii', 2], ['abc', 'ascii', 2, 2], ['abc', 2, 'ascii'], ['abc', 2, 'ascii', 1], ['abc', '2'],
  ['abc', null], ['abc', NaN], ['abc', 1.5], ['abc', -1], ['abc', 9], ['abc', 'foo'], [123], [null], [undefined], [{}], ['abc', 1, NaN],
  ['abc', 1, null], ['abc', 1, undefined, 'hex'], ['abzz', 1, 'hex'], ['abc', 1, 'hex']
].forEach(function (args) {
  attempt('write ' + JSON.stringify(args), function (buffer) { return buffer.write.apply(buffer, args); });
});
[[], ['x'], ['xy'], [''], ['é'], [256], [-1], [65.7], [NaN], [null], [true], [{}], ['a', 2], ['a', 2, 4], ['a', 4, 2], ['a', 8], ['a', 9],
  ['a', -1], ['a', 0, 9], ['a', 0, -1], ['a', '1', '3'], ['a', 1.5, 3.5], ['a', 2, null], ['a', 3, 3]
].forEach(function (args) {
  attempt('fill ' + JSON.stringify(args), function (buffer) { return buffer.fill.apply(buffer, args); });
});
[[], [1], [4], [5], [-1], [0, 2], [0, 2, 3], [0, 3, 2], [0, -1], [0, 6], [0, 7], [0, 0, 100], [0, 0, -1], [1.5, 1.5, 3.5], [NaN, NaN, NaN],
  [null, null, null], [Infinity], [0, Infinity], [4294967296], [0, 6, 7]
].forEach(function (args) {
  attempt('copy ' + JSON.stringify(args), function (buffer) {
    return new Buffer('abcdef').copy.apply(new Buffer('abcdef'), [buffer.slice(0, 4)].concat(args));
  });
});
