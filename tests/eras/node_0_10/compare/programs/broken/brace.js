function f() { if (1) {
