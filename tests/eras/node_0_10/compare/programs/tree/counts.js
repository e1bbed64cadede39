module.exports = this === exports; counter = (typeof counter === "undefined" ? 0 : counter) + 1;
