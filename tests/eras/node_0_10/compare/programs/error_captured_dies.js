// An error by a function that asked for the stack above it: that stack is printed.
function Captured(message) {
  Error.captureStackTrace(this, Captured);
  this.name = 'Captured';
  this.message = message;
}
Captured.prototype.__proto__ = Error.prototype;
function fail() {
  throw new Captured('by hand');
}
fail();
