var a = require("./a"); exports.sawA = JSON.stringify(a); exports.done = true;
