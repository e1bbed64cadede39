// What a file is told that cannot be understood.
var fs = require('fs');
var path = require('path');
var folder = path.join(__dirname, 'broken');
['brace', 'brackets', 'call', 'catch', 'default', 'identifier', 'keyword', 'number', 'regexp', 'return', 'semicolon', 'strict_block', 'strict_const', 'string', 'text'].forEach(function (name) {
  try { require('./broken/' + name); } catch (error) { console.log(name, String(error)); }
});
