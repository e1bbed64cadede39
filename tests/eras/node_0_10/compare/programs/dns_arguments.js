// What `dns` says to names, families, types and addresses of every kind; nothing asks a server.
var dns = require('dns');
var net = require('net');
function show(value) {
  return value instanceof Error ? value.name + ': ' + value.message + ' ' + JSON.stringify(value) : require('util').inspect(value);
}
var calls = [
  ['lookup', '127.0.0.1'], ['lookup', '::1'], ['lookup', '127.0.0.1', 4], ['lookup', '127.0.0.1', 6], ['lookup', '::1', 4], ['lookup', 'localhost', 4],
  ['lookup', 'localhost', '4'], ['lookup', null], ['lookup', ''], ['lookup', undefined, 6], ['lookup', false, 4], ['lookup', 'localhost', 5],
  ['lookup', 'localhost', {}], ['lookup', 'a b'], ['lookup', {}], ['resolve', 'x', 'NOPE'], ['reverse', 'nope'], ['reverse', 5], ['reverse', ''],
  ['resolve4', 'a..b'], ['resolve4', new Array(70).join('a') + '.com'],
];
(function next() {
  var call = calls.shift();
  if (!call) return;
  try {
    dns[call[0]].apply(dns, call.slice(1).concat(function () {
      console.log(call.map(show).join(' '), '->', [].map.call(arguments, show).join(' ; '), arguments.length);
      setTimeout(next, 0);
    }));
  } catch (error) {
    console.log(call.map(show).join(' '), 'throws', show(error));
    next();
  }
})();
console.log(Object.keys(dns).join());
[
  '127.0.0.1', '::1', 'x', '', '1.2.3', '1.2.3.4.5', '::', '::ffff:1.2.3.4', '0x7f.1', ' 1.2.3.4', '1.2.3.4 ', null, undefined, 5, '256.1.1.1',
  ':::', '1::2::3', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8:9', 'G::1', 'fe80::1%lo',
].forEach(function (address) { console.log(address, net.isIP(address), net.isIPv4(address), net.isIPv6(address)); });
// Without a function to tell, what needs no question says so in other words than what does.
[[], [null], ['127.0.0.1'], [null, 5]].forEach(function (given) {
  try { dns.lookup.apply(dns, given); } catch (error) { console.log(given.length, show(error)); }
});
