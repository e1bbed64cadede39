"use strict";
const limit = 5;
