// Keys from passwords.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
function derive(password, salt, iterations, length) {
  show([password, salt, iterations, length].join(), function () {
    return crypto.pbkdf2Sync(password, salt, iterations, length).toString("hex");
  });
}
derive("password", "salt", 1, 20);
derive("password", "salt", 1000, 33);
derive("", "", 1, 20);
derive("h\u00e9", "\u20ac", 3, 8);
derive("p", "s", 0, 20);
derive("p", "s", 1, 0);
derive("p", "s", -2, 20);
derive("p", "s", 1, -20);
derive(null, "s", 1, 20);
derive("p", null, 1, 20);
derive("p", "s", "1", 20);
derive("p", "s", 1, "20");
show("without a callback", function () { return crypto.pbkdf2("p", "s", 1, 20); });
crypto.pbkdf2(new Buffer("password"), new Buffer("salt"), 2, 20, function (error, key) { console.log(!error, key.toString("hex")); });
crypto.DEFAULT_ENCODING = "hex";
console.log(crypto.pbkdf2Sync("70", "73", 1, 4), crypto.createHash("md5").update("61").digest());
