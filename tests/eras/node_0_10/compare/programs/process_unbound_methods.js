// Methods of process that are called without it, as libraries keep them.
var nextTick = process.nextTick;
var cwd = process.cwd;
var hrtime = process.hrtime;
var memoryUsage = process.memoryUsage;
var keeper = { nextTick: nextTick };

nextTick(function () {
  console.log("called alone");
});
keeper.nextTick(function () {
  console.log("called on another object");
});
nextTick.call(require("events"), function () {
  console.log("called on what is no process");
});
console.log(cwd() === process.cwd(), hrtime().length, memoryUsage().rss > 0);
