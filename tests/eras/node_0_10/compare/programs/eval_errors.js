// What a program on the command line, or a wrong command line, dies of.
require('./lib/command_lines')([
  ['-p', 'process.exit(4)'],
  ['-e'],
  ['-pe'],
  ['-p', '-e'],
  ['-e', 'throw new Error("boo")'],
  ['-e', 'var x = 1;\nnope()'],
  ['-e', 'a b'],
  ['-e', 'var a = 1;\n  foo('],
  ['-e', 'setTimeout(function () { throw new TypeError("late"); }, 1)'],
  ['-p', 'new Error("made").stack.split("\\n")[0]'],
  ['--trace-deprecation', '--throw-deprecation', '-p', '[process.traceDeprecation, process.throwDeprecation, process.execArgv]'],
  ['--nonsense', '-p', '1'],
  ['--stack_trace_limit', '-h'],
  ['--debug-nonsense'],
]);
