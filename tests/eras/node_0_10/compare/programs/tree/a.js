exports.early = true; var b = require("./b"); exports.sawB = b.done; exports.done = true;
