// Names and values that the system does not have in its environment, and the zone of local time.
process.env.TZ = 'America/New_York';
console.log(new Date(0).getHours(), String(new Date(0)), new Date(1970, 6, 1).getTimezoneOffset());

['A B', 'WITH=', '', '=', 'NUL\u0000LED', '\u00fc'].forEach(function (name) {
  process.env[name] = 'value';
  console.log(JSON.stringify(name), process.env[name]);
});
process.env.VALUE = 'a\u0000b';
console.log(JSON.stringify(process.env.VALUE), process.env.NUL);
process.env.VALUE = '\u2603 \ud83d\ude00\n';
console.log(JSON.stringify(process.env.VALUE), process.env.VALUE.length);
[1.5, true, function () { return 1; }, [1, 2], {}].forEach(function (value) {
  process.env.VALUE = value;
  console.log(process.env.VALUE);
});
require('child_process').exec('printf "%s|%s" "$VALUE" "$TZ"', function (error, stdout) { console.log(stdout); });
