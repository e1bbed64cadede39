// `stack` takes whatever a program puts there.
var error = new Error("first");
error.stack = undefined;
console.log(error.stack, "stack" in error);
error.stack = 5;
console.log(error.stack);
error.stack = ["a", "b"];
console.log(error.stack);
error.stack = "text";
console.log(error.stack, String(error));

function Wrapped(cause) {
  this.message = cause.message;
  this.stack = cause.stack;
}
Wrapped.prototype = new Error();
console.log(new Wrapped({ message: "no stack" }).stack);
