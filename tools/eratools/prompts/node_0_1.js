// The prompt that a program of 0.1 could open.
require("repl").start();
