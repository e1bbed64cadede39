// Where inspect breaks lines.
var tell = require('./lib/tell');

tell.using(require('./lib/values')).each([
  'I("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")',
  'I(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","b"])',
  'I({a:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",b:1})',
  'I({a:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",b:1})',
  'I({a:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",b:1})',
  'I({a:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",b:1})',
  'I({a:{b:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",c:"bbbbbbbbbbbbbbbbbbbbb"},d:[1,2,"ccccccccccccccccccccccccccccccccccccccccccccc",4,5,6]})',
  'I({a:{b:{c:"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",d:[{e:"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",f:"zzzzzzzzzzzzzzzzzzzzz"}]}}},{depth:9})',
  'I([["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","aaaaaaaaaaaaaaaaaaaaaaaaaaaa"],[{a:"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",b:"aaaaaaaaaaaaaaaaaaaaa"}]])'
]);
