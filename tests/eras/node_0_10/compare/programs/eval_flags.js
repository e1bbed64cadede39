// The flags of the executable, and a program on its command line.
require('./lib/command_lines')([
  ['--print', '[1, { a: "x" }]', 'ignored'],
  ['--eval', 'console.log(__filename, __dirname, module.id, typeof exports, require.main === module)'],
  ['-v'],
  ['--version', 'x.js'],
  ['-p', '1', '-v'],
  ['-i', '-p', '3'],
  ['--expose-gc', '-p', 'typeof gc'],
  ['--expose_gc', '-p', 'typeof gc + typeof gc()'],
  ['--no-deprecation', '-p', 'process.noDeprecation'],
  ['--max-old-space-size=100', '--nouse_idle_notification', '--stack-size=900', '-p', 'process.execArgv'],
  ['-e', 'console.log(process.argv.slice(1))', '--', 'x'],
  ['--harmony', '-p', 'typeof Map + typeof Set + typeof WeakMap'],
  ['--harmony_collections', '-p', 'var m = new Map; m.set("a", 1); [m.get("a"), m.has("b"), m.size]'],
]);
