// A program that is none.
var a = 1;
var object = { a: 1 b: 2 };
