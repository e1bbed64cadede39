// What an object without a method is called, as far as the program's text tells.
function Foo() {}
Foo.prototype.run = function () { this.nope(); };
Foo.prototype.deep = function () { this.a.b(); };

var foo = new Foo();
var text = 'str';
var number = 5;
var list = [];
var plain = { a: 1 };
var nothing;

[
  function () { foo.zip(); },
  function () { foo.run(); },
  function () { foo.deep(); },
  function () { plain.zip(); },
  function () { text.zip(); },
  function () { number.zip(); },
  function () { 'literal'.zip(); },
  function () { new Foo().zip(); },
  function () { foo['zip'](); },
  function () { list.push(foo.zip()); },
  function () { console.log(plain.zip()); },
  function () { if (foo.zip()) return 1; },
  function () { return [foo.zip()]; },
  function () { var x = foo.zip(1, 'a'); },
  function () { foo.zip().zap(); },
  function () { Math.zip(); },
  function () { console.zip(); },
  function () { nothing.zip(); },
  function () { nothing.zip; },
  function () { nothing(); },
].forEach(function (f) {
  try {
    f();
  } catch (error) {
    console.log(String(f), String(error));
  }
});
