function f() {
  "use strict";
  if (f) { function inner() {} }
}
