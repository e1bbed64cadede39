// Ticks that add ticks leave others their turn after a while, and are warned of.
var order = [];
var warnings = 0;
var lines = [process.maxTickDepth];

// Told at the end: writing into a pipe takes ticks itself.
process.on('exit', function () { console.log(lines.join('\n')); });

console.error = function (text) {
  if (warnings++ === 0) lines.push(text);
  order.push('W');
};
process.maxTickDepth = 5;

function chain(name, left) {
  process.nextTick(function () {
    order.push(name + left);
    if (left > 0) chain(name, left - 1);
  });
}

function wide() {
  for (var i = 0; i < 20; i++) process.nextTick(function () { order.push('.'); });
}

function step(title, start, next) {
  order = [];
  warnings = 0;
  start();
  setImmediate(function () { order.push('IMMEDIATE'); });
  setTimeout(function () {
    lines.push([title, warnings, order.join(' ')].join());
    if (next) next();
  }, 20);
}

setTimeout(step, 5, 'one chain', function () { chain('a', 12); }, function () {
  step('two chains', function () { chain('a', 7); chain('b', 7); }, function () {
    step('many that add none', wide, function () {
      process.maxTickDepth = 2;
      step('shallow', function () { chain('a', 4); }, function () {
        process.maxTickDepth = Infinity;
        step('no limit', function () { chain('a', 30); });
      });
    });
  });
});
