// sort with and without a function, of holes, undefined and mixed values.
var tell = require('./lib/tell');

tell.each([
  '[3,1,2].sort()',
  '[10,9,1].sort()',
  '["b",undefined,"a",,"c"].sort()',
  '[,3,,1].sort()',
  '[undefined,3,null,NaN,1].sort()',
  '[3,2,1].sort(undefined)',
  '[3,2,1].sort(null)',
  '[3,2,1].sort({})',
  '[3,2,1].sort("x")',
  '["B","a","C"].sort()',
  '[true,false].sort()',
  '[[2],[1]].sort()',
  '["é","z","a"].sort()',
  '[1,2,3].sort(function(){})',
  '[1,2,3].sort(function(){return "1"})',
  '[3,2,1].sort(function(a,b){return NaN})',
  'Array.prototype.sort.call({length:3,0:"c",1:"b",2:"a"})',
  '[5,1,4].sort(function(a,b){throw new Error("cmp")})',
  '[].sort()'
]);
