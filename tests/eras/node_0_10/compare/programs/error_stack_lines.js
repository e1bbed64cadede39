// Stacks name functions and lines.
function inner() { throw new Error('inner'); }
function outer() {
  inner();
}
try { outer(); } catch (error) {
  console.log(error.stack.split('\n').slice(1, 3).map(function (line) {
    return line.replace(/\(.*\/([^\/]*:\d+):\d+\)/, '($1)');
  }).join('\n'));
}
