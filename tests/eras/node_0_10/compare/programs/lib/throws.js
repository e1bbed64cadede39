exports.fail = function () { throw new Error("in a module"); };
exports.fail();
