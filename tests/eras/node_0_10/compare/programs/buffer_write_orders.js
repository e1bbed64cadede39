// Writing text: every order of the arguments.
function t() { var b = new Buffer(10), args = [].slice.call(arguments); b.fill('.'); try { console.log(JSON.stringify(args), b.write.apply(b, args), Buffer._charsWritten, b.toString('binary')); } catch (error) { console.log(JSON.stringify(args), String(error)); } }
t('hello'); t('hello', 2); t('hello', 2, 3); t('hello', 2, 3, 'utf8'); t('hello', 'utf8'); t('hello', 'ascii', 3); t('hello', 'ascii', 3, 2); t('hello', 3, 'ascii');
t('h\u00e9llo', 8); t('h\u00e9llo', 9); t('\u4e16\u754c', 5); t('\u4e16\u754c', 5, 4); t('616263', 'hex'); t('616263', 1, 2, 'hex'); t('6162z3', 'hex'); t('6', 'hex'); t('aGVsbG8=', 'base64'); t('aGVsbG8=', 2, 3, 'base64');
t('abc', 'ucs2'); t('abc', 0, 5, 'ucs2'); t('', 3); t('x', 10); t('x', 11); t('x', -1); t(123); t('\u00ff\u0100', 'binary'); t('too long for this buffer'); t('x', 0, 0); t('x', 0, -1); t('x', '2'); t('x', 0, 'nope');
