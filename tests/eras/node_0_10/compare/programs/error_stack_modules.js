// A stack goes down to the first line of the program, through whatever loads modules, as far as its limit.
function show(error) { console.log(String(error.stack).replace(/\/\S*\//g, '')); }
console.log(Error.stackTraceLimit, Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit').value);
show(new Error('here'));
[2, 0, 1.5, Infinity, 'none'].forEach(function (limit) {
  Error.stackTraceLimit = limit;
  show(new Error('limit ' + limit));
});
Error.stackTraceLimit = 20;
try { require('./lib/throws'); } catch (error) { show(error); }
try { require('./lib/nothing'); } catch (error) { show(error); }
try { require('./broken/semicolon'); } catch (error) { show(error); }
try { eval('nowhere'); } catch (error) { show(error); }
function inner() { return eval('nowhere'); }
try { inner(); } catch (error) { show(error); }
process.nextTick(function () {
  delete Error.stackTraceLimit;
  console.log(new Error('without').stack);
});
