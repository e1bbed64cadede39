// prompt: questions with defaults and checks, on standard output that is no terminal.
var prompt = require('prompt'), PassThrough = require('stream').PassThrough;

var input = new PassThrough(), answers = ['bob\n', '\n', 'abc\n', '33\n'];
var write = process.stdout.write;
process.stdout.write = function (text) {
  if (answers.length && /^\S*form\S*:/.test(text)) setTimeout(function () { input.write(answers.shift()); }, 5);
  return write.apply(process.stdout, arguments);
};

prompt.message = 'form';
prompt.start({stdin: input});
prompt.get([
  {name: 'user', required: true},
  {name: 'rounds', default: 5},
  {name: 'age', validator: /^\d+$/, warning: 'digits, please'}
], function (error, result) {
  console.log('\n', error, result);
  console.log(prompt.history(0), prompt.history('age'));
});
