// Prompts with colours, lines and lengths of their own, or put in place: what is shown, and where the cursor goes.
var readline = require('readline'), Stream = require('stream'), PassThrough = Stream.PassThrough;
function ask(title, setup) {
  var input = new PassThrough(), output = new PassThrough(), shown = '';
  output.columns = 20;
  output.on('data', function (d) { shown += d; });
  var rl = readline.createInterface({input: input, output: output, terminal: true});
  setup(rl);
  console.log(title, JSON.stringify(rl._prompt), rl._promptLength);
  rl.prompt();
  rl.write('hello wor');
  rl.write(null, {name: 'left'}); rl.write(null, {name: 'backspace'}); rl.write('ld and more text to wrap');
  rl.write(null, {ctrl: true, name: 'a'}); rl.write(null, {ctrl: true, name: 'e'});
  rl.close();
  process.nextTick(function () { setImmediate(function () { console.log(title, JSON.stringify(shown)); }); });
}
ask('plain', function (rl) { rl.setPrompt('name: '); });
ask('length', function (rl) { rl.setPrompt('\u001b[32mok\u001b[39m> ', 4); });
ask('colour', function (rl) { rl.setPrompt('\u001b[32mok\u001b[39m> '); });
ask('lines', function (rl) { rl.setPrompt('first line\nsecond> '); });
ask('wide', function (rl) { rl.setPrompt('\u00e9\u4e16> '); });
ask('own', function (rl) { rl._prompt = 'x> '; });
ask('ownlength', function (rl) { rl._prompt = 'x> '; rl._promptLength = 9; });
ask('replaced', function (rl) {
  var setPrompt = readline.Interface.prototype.setPrompt;
  readline.Interface.prototype.setPrompt = function (prompt) { this._prompt = '<' + prompt + '>'; this._promptLength = 3; };
  rl.question('why?', function () {});
  readline.Interface.prototype.setPrompt = setPrompt;
});
