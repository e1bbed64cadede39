// How deep JSON may nest: what is too deep is refused at once, whatever it is made of and wherever it is parsed.
var vm = require('vm');

function times(count, text) { return new Array(count + 1).join(text); }

function nested(open, depth, close) { return times(depth, open) + '1' + times(depth, close); }

function attempt(parse, text) {
  try {
    return typeof parse(text);
  } catch (error) {
    return String(error);
  }
}

function keep(key, value) { return value; }

var parsers = {
  plain: JSON.parse,
  reviving: function (text) { return JSON.parse(text, keep); },
  'in a context': vm.runInNewContext('JSON.parse'),
  'far from the top': function far(text, depth) { return depth === 500 ? JSON.parse(text) : far(text, (depth || 0) + 1); }
};

Object.keys(parsers).forEach(function (name) {
  var parse = parsers[name];
  [1000, 10000, 100000].forEach(function (depth) {
    console.log(name, depth, attempt(parse, nested('[', depth, ']')), attempt(parse, nested('{"a":', depth, '}')));
  });
  console.log(name, 'never closed', attempt(parse, times(100000, '[')), attempt(parse, times(100000, '{"a":')));
});

// Brackets that do not nest, or are text, and what is wrong with a long text.
var flat = JSON.parse('[' + nested('[],', 10000, '').replace(/1$/, '') + JSON.stringify(times(10000, '[{')) + ']');
console.log(flat.length, flat.pop().length);
console.log(attempt(JSON.parse, '[' + times(10000, '1,') + ']'), attempt(JSON.parse, times(10000, ' ')));
console.log(JSON.parse({ toString: function () { return '"' + times(10000, 'x') + '"'; } }).length);
