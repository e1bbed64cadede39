exports.near = require("near"); exports.pack = require("pack").name; exports.single = require("single"); exports.other = require("pack/lib/other");
