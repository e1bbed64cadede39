// Listeners that emit within each other, thousands deep; what the innermost throws comes all the way up.
var EventEmitter = require('events').EventEmitter;
var e = new EventEmitter(), most = 0;
e.on('down', function (left) {
  most++;
  if (left > 0) e.emit('down', left - 1);
});
console.log(e.emit('down', 3000), most);
e.on('throw', function (left) {
  if (left === 0) throw new Error('from below');
  e.emit('throw', left - 1);
});
try {
  e.emit('throw', 500);
} catch (error) {
  console.log(error.message);
}
