// A message of two lines.
function Odd() {
  this.run = function () { throw new TypeError('first\nsecond'); };
}
new Odd().run();
