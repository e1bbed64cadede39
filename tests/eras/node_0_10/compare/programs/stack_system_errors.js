// The stacks of errors that the system is the cause of begin as those of the program's own do: when they are looked at.
var fs = require("fs");

function failing() {
  try {
    fs.statSync("/of/nobody");
  } catch (error) {
    return error;
  }
}

function first(error) { return String(error.stack).split("\n")[0]; }

var error = failing();
error.message = "told later";
console.log(first(error), Object.keys(error));
error.message = "told too late";
console.log(first(error), "" + error);

Error.stackTraceLimit = 0;
console.log(first(failing()));
Error.stackTraceLimit = 1;
console.log(failing().stack.split("\n").length);
Error.stackTraceLimit = 10;

Error.prepareStackTrace = function (error, sites) { return [error.code, sites.length > 0]; };
console.log(failing().stack);
Error.prepareStackTrace = undefined;

fs.stat("/of/nobody", function (error) {
  console.log(first(error), typeof error.stack);
  error.stack = "of the program";
  console.log(error.stack);
  fs.readFileSync("/of/nobody/else");
});
process.on("uncaughtException", function (error) { console.log(first(error), error.stack.indexOf("stack_system_errors.js") > 0); });
