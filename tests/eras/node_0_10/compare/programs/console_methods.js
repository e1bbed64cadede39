// The console.
console.log('log', 1); console.info('info', { a: 1 }); console.warn('warn %s', 'x'); console.error('error', [1]);
console.dir({ a: { b: { c: { d: 1 } } } }); console.dir('text'); console.dir();
console.log(Object.keys(console).sort().join(' '));
try { console.assert(1 === 1, 'fine'); console.assert(false, 'went %s', 'wrong'); } catch (error) { console.log(error.name, error.message); }
try { console.timeEnd('nothing'); } catch (error) { console.log(String(error)); }
console.time('label');
var log = console.log;
log('detached');
['a', 'b'].forEach(console.log);
console.log(console.trace, console.log);
