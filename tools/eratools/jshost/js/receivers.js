// What an object in front of a method it does not have is called. No value can be asked for where an error was made,
// so the source above the place is: what was last assigned to the name there, and whose method the place is in.
(function (core) {
  const { getOwnPropertyDescriptor, getOwnPropertyNames } = Object;
  const global = globalThis;
  const PLAIN = "#<Object>";

  // Objects of these are called by their text, which the source does not tell.
  const TOLD_BY_TEXT = new Set("Array Boolean Buffer Date Error Function Number RegExp String TypeError RangeError".split(" "));

  // Methods that nobody calls where they are not: a call of one is not the one that failed.
  const COMMON = new Set(("log error warn info on once emit addListener removeListener write end next callback cb then " +
    "require setTimeout setInterval setImmediate nextTick inspect format equal deepEqual ok").split(" "));
  for (const kind of [Array, String, Function, Object, RegExp, Number, Date, Math, JSON]) {
    for (const name of getOwnPropertyNames(kind.prototype || kind)) COMMON.add(name);
  }

  // A name that leads through global objects to a value, without running anything.
  function globalValue(path) {
    let value = global;
    for (const name of path.split(".")) {
      if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
      const found = getOwnPropertyDescriptor(value, name);
      if (!found || !("value" in found)) return undefined;
      value = found.value;
    }
    return value;
  }

  function described(value) {
    if (typeof value === "function" || Array.isArray(value)) return String(value);
    const { constructor } = value;
    return `#<${(typeof constructor === "function" && constructor.name) || "Object"}>`;
  }

  // What `new X` makes is called.
  function made(constructor) {
    const name = constructor.slice(constructor.lastIndexOf(".") + 1);
    return TOLD_BY_TEXT.has(name) ? PLAIN : `#<${name}>`;
  }

  // The last thing that a name was given above.
  function assigned(name, above) {
    const given = new RegExp(`(?:^|[^\\w$.])${name.replace(/\$/g, "\\$")}\\s*=(?!=)\\s*`, "g");
    let end = -1;
    while (given.exec(above) !== null) end = given.lastIndex;
    if (end < 0) return undefined;
    const value = above.slice(end, end + 200);
    const created = /^new\s+([A-Za-z_$][\w$.]*)/.exec(value);
    if (created) return made(created[1]);
    const literal = /^(?:(["'])([^"'\\]*)\1|(-?\d+(?:\.\d+)?|true|false))\s*(?:[;,\n]|$)/.exec(value);
    return literal ? literal[2] || literal[3] : undefined;
  }

  // Whose method the end of the text is in, if it is directly in one.
  function owner(above) {
    const method = /([A-Za-z_$][\w$]*)\.prototype\.[\w$]+\s*=\s*function\b(?![^]*\bfunction\b)/.exec(above);
    return method ? `#<${method[1]}>` : undefined;
  }

  core.receiverOf = function (before, above) {
    const text = /(["'])([^"'\\]*)\1$/.exec(before);
    if (text) return text[2];
    const created = /\bnew\s+([A-Za-z_$][\w$.]*)\s*\([^()]*\)\)?$/.exec(before);
    if (created) return made(created[1]);
    const path = /(?:^|[^\w$.)\]])([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\)?$/.exec(before);
    if (!path) return PLAIN;
    if (path[1] === "this") return owner(above) || PLAIN;
    const value = globalValue(path[1]);
    if (value !== null && (typeof value === "object" || typeof value === "function")) return described(value);
    return (path[1].indexOf(".") < 0 && assigned(path[1], above)) || PLAIN;
  };

  // Whether what stands in front of a call's parentheses is a function for all that is known.
  core.isCommonCall = function (head) {
    const name = /([\w$]+)\s*$/.exec(head);
    return name !== null && COMMON.has(name[1]);
  };
});
