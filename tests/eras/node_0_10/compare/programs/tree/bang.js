#!/usr/bin/env node
module.exports = "hash bang";
