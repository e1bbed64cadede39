// The interface of a prompt: its options, its properties, its commands, a context of its own.
var repl = require('repl');
var stream = require('stream');
var fs = require('fs');

var saved = require('path').join(require('os').tmpdir(), 'repl-interface-' + process.pid + '.js');
var text = '';

function writer() {
  var made = new stream.Writable();
  made._write = function (chunk, encoding, callback) {
    text += chunk;
    callback();
  };
  return made;
}

function talk(title, options, lines, prepare, next) {
  var input = options.input = new stream.PassThrough();
  options.output = writer();
  var server = repl.start(options);
  if (prepare) prepare(server);
  server.on('exit', function () {
    console.log(title);
    console.log(text.replace(/\n +at .*/g, '').split(saved).join('FILE'));
    text = '';
    next();
  });
  input.end(lines.join('\n') + '\n');
}

var steps = [
  function (next) {
    talk('own context', { prompt: 'p> ' }, ['m.a', 'm.a = 2', 'var q = m', 'function f() { return m.a }', 'f()',
      '[] instanceof Array', 'Array === m.constructor', 'm instanceof Object', 'global === this', 'global.q', 'console.log("x")',
      'process.version', 'require("os") === os', 'nope', '.clear', 'typeof q', 'function g() {', 'return 5 }', 'g()', 'a b',
      '.break', 'JSON.parse("{")', 'throw new Error("x")', 'x = 5', 'global.x', 'typeof setTimeout', 'Buffer("a")'],
    function (server) {
      server.context.m = { a: 1 };
      console.log(server instanceof repl.REPLServer, server.useGlobal, server.ignoreUndefined, server.useColors, server.prompt);
      console.log(Object.keys(server.commands), server.rli.terminal, server.lines, JSON.stringify(server.bufferedCommand));
    }, next);
  },
  function (next) {
    talk('undefined is ignored', { prompt: '', ignoreUndefined: true, useGlobal: true }, ['undefined', 'var x = 1', 'x', 'null', ''], null, next);
  },
  function (next) {
    talk('an evaluator and a writer', {
      prompt: 'e> ',
      eval: function (code, context, file, callback) { callback(/bad/.test(code) ? new Error(code) : null, '<' + code + '|' + file + '>'); },
      writer: function (value) { return 'W:' + value; },
    }, ['abc', 'function f', 'bad', '{'], null, next);
  },
  function (next) {
    talk('commands', { prompt: '> ' }, ['.hi there  you', '.plain', '.hi', '.help', '.none'], function (server) {
      server.defineCommand('hi', {
        help: 'says hi',
        action: function (name) { this.outputStream.write('hi ' + JSON.stringify(name) + '\n'); this.displayPrompt(); },
      });
      server.defineCommand('plain', function () { this.outputStream.write('plain\n'); this.displayPrompt(); });
      try { server.defineCommand('bad', {}); } catch (error) { console.log(error.message); }
    }, next);
  },
  function (next) {
    talk('saved', { prompt: '> ' }, ['var s = 1', 'function f() {', 'return s + 1', '}', 'f()', '.save ' + saved], null, next);
  },
  function (next) {
    console.log(JSON.stringify(fs.readFileSync(saved, 'utf8')));
    talk('loaded', { prompt: '> ' }, ['.load ' + saved, 's + f()'], null, next);
  },
  function (next) {
    fs.unlinkSync(saved);
    var server = repl.start('old> ', { stdin: new stream.PassThrough(), stdout: writer() }, null, true, true);
    console.log(server.prompt, server.useGlobal, server.ignoreUndefined, text);
    text = '';
    server.inputStream.end('1 + 1\n');
    server.on('exit', function () { console.log(text); next(); });
  },
];

(function next() {
  var step = steps.shift();
  if (step) step(next);
})();
