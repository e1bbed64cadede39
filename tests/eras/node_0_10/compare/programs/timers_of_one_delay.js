// Timeouts of one delay that are due together: the ticks of each come behind the last of them.
function said(text) { return function () { console.log(text); }; }

function tells(name) {
  return function () {
    console.log(name);
    process.nextTick(said(name + ' tick'));
  };
}

function late() { for (var start = Date.now(); Date.now() - start < 20;); }

setTimeout(tells('one'), 1);
setTimeout(tells('two'), 2);
setTimeout(tells('zero'), 0);
var cleared = setTimeout(tells('never'), 1);
setTimeout(tells('two again'), 2);
clearTimeout(cleared);
setTimeout(function () { clearTimeout(due); console.log('clears'); }, 1);
var due = setTimeout(tells('never'), 1);
var rounds = 0;
var interval = setInterval(function () {
  tells('interval ' + rounds)();
  if (++rounds === 2) clearInterval(interval);
  late();
}, 1);
setTimeout(function () {
  tells('adds')();
  setTimeout(tells('added'), 100);
  setImmediate(tells('immediate'));
}, 1);
setTimeout(tells('last'), 1);
setTimeout(function () { throw new Error('thrown'); }, 15);
setTimeout(tells('goes on'), 15);
process.on('uncaughtException', function (error) { console.log('caught ' + error.message); });
late();
