// A native error that nobody catches.
var settings = {};
process.nextTick(function () {
  settings.server.listen(80);
});
