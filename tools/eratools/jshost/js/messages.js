// Messages of native errors as V8 wrote them in those years. The engine says less than V8 did: who was called
// and what stands where it stopped to understand is read from the source at the error's place. What cannot be
// known is what usually was the case: that a value called as a function was undefined, and that an object
// without a method was a plain one.
(function (core) {
  const KEYWORDS = new Set(("break case catch const continue debugger default delete do else false finally for " +
    "function if in instanceof new null return switch this throw true try typeof var void while with").split(" "));
  const RESERVED = new Set("class enum export extends import super".split(" "));
  const PUNCTUATOR = /^(?:>>>=|===|!==|>>>|<<=|>>=|==|!=|<=|>=|&&|\|\||\+\+|--|<<|>>|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|[{}()[\].;,<>+\-*\/%&|^!~?:=])/;
  const { getOwnPropertyDescriptor, setPrototypeOf } = Object;

  // -- syntax -----------------------------------------------------------------------------------------

  function unexpected(text) {
    text = text.replace(/^(?:\s|\/\/.*|\/\*[^]*?\*\/)+/, "");
    if (text === "") return "Unexpected end of input";
    const word = /^[\w$\u0080-\uffff]+/.exec(text);
    if (word) return unexpectedWord(word[0]);
    if (/^\.\d/.test(text)) return "Unexpected number";
    if (/^(?:"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')/.test(text)) return "Unexpected string";
    const mark = PUNCTUATOR.exec(text);
    return "Unexpected token " + (mark ? mark[0] : "ILLEGAL");
  }

  function unexpectedWord(word) {
    if (/^\d/.test(word)) return /^(?:\d+|0x[\da-f]+|\d+e\d+)$/i.test(word) ? "Unexpected number" : "Unexpected token ILLEGAL";
    if (KEYWORDS.has(word)) return "Unexpected token " + word;
    return RESERVED.has(word) ? "Unexpected reserved word" : "Unexpected identifier";
  }

  const token = (error, at, _, shown) => (at.known ? unexpected(at.text) : shown === undefined ? ILLEGAL : unexpected(shown));
  const ILLEGAL = "Unexpected token ILLEGAL";

  function reference(message) {
    return function (error) {
      setPrototypeOf(error, ReferenceError.prototype);
      return message;
    };
  }

  // The source of the expression, where it is written at the place of the error.
  function pattern({ text }) {
    const literal = /^\s*\/((?:[^\/\\\n]|\\.)*)\//.exec(text) || /^\s*(?:new\s+)?RegExp\s*\(\s*(?:"([^"\\]*)"|'([^'\\]*)')/.exec(text);
    return literal ? literal[1] || literal[2] || literal[3] || "" : "";
  }

  // The parser tells its place; what compiles patterns does not, and a built-in function stands first.
  const inPattern = (at) => at.native !== undefined || at.text[0] === "/";
  const badPattern = (reason) => (error, at) => `Invalid regular expression: /${pattern(at)}/: ${reason}`;

  // -- calls ------------------------------------------------------------------------------------------

  const UNDEFINED = "undefined is not a function";
  const NO_CALL = /(?:^|[^\w$.])(?:if|while|for|switch|catch|return|typeof|function(?:\s+[\w$]+)?)\s*$/;

  // What stands in front of the parentheses of calls that the end of `text` is in, within one function.
  function enclosing(text) {
    const code = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (string) => string.replace(/[^]/g, "_"));
    const heads = [];
    for (let at = code.length - 1, depth = 0, braces = 0; at >= 0; at--) {
      if (code[at] === ")") depth++;
      else if (code[at] === "}") braces++;
      else if (code[at] === "{" && braces-- === 0) return heads;
      else if (code[at] === "(" && depth-- === 0) {
        depth = 0;
        heads.push(text.slice(0, at));
      }
    }
    return heads;
  }

  // The engine tells the last place it was at before the call: in the call itself, or in its arguments. Where
  // that leaves a choice of calls which may have failed, none is named.
  function notAFunction(error, at) {
    if (at.native || !at.known) return UNDEFINED;
    const own = /^(?!\s*function\b)(?:[\s.\w$]|\[\s*["'][\w$]+["']\s*\])*\(/.exec(at.text);
    const calls = enclosing(at.before);
    if (own) calls.unshift(at.before + own[0].slice(0, -1));
    let heads = calls.filter((head) => /[\w$\])]\s*$/.test(head) && !NO_CALL.test(head));
    if (heads.length > 1) heads = heads.filter((head) => !core.isCommonCall(head));
    const head = heads.length === 1 ? heads[0] : "";
    const called = /\.\s*([\w$]+)\s*$/.exec(head) || /\[\s*["']([\w$]+)["']\s*\]\s*$/.exec(head);
    if (!called || /\bnew\s+[\w$.]+\s*$/.test(head)) return UNDEFINED;
    return `Object ${core.receiverOf(head.slice(0, called.index), at.above + at.before)} has no method '${called[1]}'`;
  }

  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  function noBase(error, at, [, what, name, nothing]) {
    const called = new RegExp(`\\.\\s*${quoted(name)}\\s*\\(|^[^\\[\\];]*\\]\\s*\\(`);
    const other = new RegExp(`\\.\\s*${quoted(name)}\\b(?!\\s*\\()`);
    const call = at.known ? called.exec(at.text) : null;
    const access = call && other.exec(at.text);
    if (what === "read" && call && !(access && access.index < call.index)) return `Cannot call method '${name}' of ${nothing}`;
    return `Cannot ${what} property '${name}' of ${nothing}`;
  }

  const prefix = (at, type) => `${type}.prototype.${at.native}`;

  // -- the table --------------------------------------------------------------------------------------

  // [what the engine wrote, what V8 wrote: text, or made from (error, place, match, first group)]
  const rules = [
    [/^cannot (read|set) property '([^]*)' of (undefined|null)$/, noBase],
    [/^not a function$/, notAFunction],
    [/^not a constructor$/, "undefined is not a function"],
    [/^'([^]*)' is read-only$/, (e, at, m, name) => `Cannot assign to read only property '${name}' of #<Object>`],
    [/^object is not extensible$/, (e, at) => {
      const defined = at.native === "defineProperty" && /\(\s*[^,]*,\s*["']([^"']+)["']/.exec(at.text);
      if (defined) return `Cannot define property:${defined[1]}, object is not extensible.`;
      const name = /^[^;]*?\.\s*([\w$]+)\s*=[^=]/.exec(at.text) || /([\w$]+)\s*=[^=]/.exec(at.before + at.text);
      return name ? `Can't add property ${name[1]}, object is not extensible` : "Can't add property, object is not extensible";
    }],
    [/^could not delete property$/, (e, at) => {
      const name = /\.\s*([\w$]+)\s*(?:;|\}|\)|,|$)/m.exec(at.text);
      return `Cannot delete property '${name ? name[1] : ""}' of #<Object>`;
    }],
    [/^Invalid property descriptor\. Cannot both specify accessors/,
      "Invalid property.  A property cannot both have accessors and be writable or have a value, #<Object>"],
    [/^property is not configurable$/, "Cannot redefine property"],
    [/^invalid 'instanceof' right operand$/, "Expecting a function in instanceof check, but got undefined"],
    [/^invalid 'in' operand$/, (e, at) => {
      const name = /(["'])((?:(?!\1).)*)\1\s+in\b/.exec(at.before.slice(-80) + at.text);
      return `Cannot use 'in' operator to search for '${name ? name[2] : ""}' in undefined`;
    }],
    [/^circular reference$/, "Converting circular structure to JSON"],
    [/^empty array$/, "Reduce of empty array with no initial value"],
    [/^toPrimitive$/, "Cannot convert object to primitive value"],
    [/^object prototype may only be an Object or null$/, "Object prototype may only be an Object or null"],
    [/^not an? object$/, (e, at) => (/^(?:define|create)/.test(at.native || "") ? `Object.${at.native} called on non-object`
      : at.native === "apply" ? "Function.prototype.apply: Arguments list has wrong type" : "not an object")],
    [/^Cannot convert undefined or null to object$/, (e, at, m) => (ARRAY.has(at.native)
      ? prefix(at, "Array") + " called on null or undefined" : m[0])],
    [/^null or undefined are forbidden$/, (e, at) => prefix(at, "String") + " called on null or undefined"],
    [/^not a Date object$/, "this is not a Date object."],
    [/^not a number$/, (e, at) => prefix(at, "Number") + " is not generic"],
    [/^RegExp object expected$/, (e, at) => `Method ${prefix(at, "RegExp")} called on incompatible receiver #<Object>`],
    [/^invalid array length$/, "Invalid array length"],
    [/^invalid array index$/, "ArrayBufferView size is not a small enough positive integer."],
    [/^invalid (?:offset|length)$/, "Byte offset / length is not aligned."],
    [/^out of bound$/, "Index out of range."],
    [/^invalid string length$/, "Invalid string length"],
    [/^invalid number of digits$/, (e, at) => (at.native === "toPrecision" ? "toPrecision() argument must be between 1 and 21"
      : `${at.native || "toFixed"}() digits argument must be between 0 and 20`)],
    [/^Date value is NaN$/, "Invalid time value"],
    [/^expecting hex digit$|^malformed UTF-8$|^expecting surrogate pair$|^expecting %%?$|^invalid character$/, "URI malformed"],

    [/^expecting '\)'$/, (e, at, m) => (inPattern(at) ? badPattern("Unterminated group") : token)(e, at, m)],
    [/^invalid property access$/, (e, at, m) => (e instanceof TypeError
      ? "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments " +
        "objects for calls to them" : token(e, at, m))],
    [/^unexpected token in expression: '([^]*)'$/, token],
    [/^(?:expecting '|Unexpected (?:token|identifier) '[^]+'$|Unexpected regexp|Invalid or unexpected token|(?:variable|function|parameter) name expected|expecting field name|invalid property name|invalid property access|invalid keyword: (?!with))/, token],
    [/^(?:invalid number literal|unexpected end of string|invalid first character of private name|Invalid \w+ escape sequence|unexpected end of comment)$/, ILLEGAL],
    [/^return not in a function$/, "Illegal return statement"],
    [/^break must be inside loop or switch$/, "Illegal break statement"],
    [/^continue must be inside loop$/, "Illegal continue statement"],
    [/^break\/continue label not found$/, (e, at) => `Undefined label '${(/^[\w$]+/.exec(at.text) || [""])[0]}'`],
    [/^duplicate label name$/, (e, at) => `Label '${(/^[\w$]+/.exec(at.text) || [""])[0]}' has already been declared`],
    [/^line terminator not allowed after throw$/, "Illegal newline after throw"],
    [/^duplicate default$/, "More than one default clause in switch statement"],
    [/^no setter for property$/, (e, at) => {
      const name = /\.\s*([\w$]+)\s*=[^=]/.exec(at.text) || /([\w$]+)\s*=[^=]/.exec(at.before + at.text);
      return `Cannot set property ${name ? name[1] : ""} of #<Object> which has only a getter`;
    }],
    [/^expecting catch or finally$/, "Missing catch or finally after try"],
    [/^invalid keyword: with$/, "Strict mode code may not include a with statement"],
    [/^Octal literals are not allowed in strict mode$/, "Octal literals are not allowed in strict mode."],
    [/^invalid regular expression flags$/, (e, at) => {
      const flags = /^\s*\/(?:[^\/\\\n]|\\.)*\/(\w+)/.exec(at.text) || /["'](\w+)["']\s*\)/.exec(at.text);
      return `Invalid flags supplied to RegExp constructor '${flags ? flags[1] : ""}'`;
    }],
    [/^invalid variable name in strict mode$/, "Variable name may not be eval or arguments in strict mode"],
    [/^Duplicate parameter name not allowed in this context$/, "Strict mode function may not have duplicate parameter names"],
    [/^invalid lvalue in strict mode$/, "Assignment to eval or arguments is not allowed in strict mode"],
    [/^cannot delete a direct reference in strict mode$/, "Delete of an unqualified identifier in strict mode."],
    [/^invalid assignment left-hand side$/, reference("Invalid left-hand side in assignment")],
    [/^invalid increment\/decrement operand$/, reference("Invalid left-hand side expression in postfix operation")],
    [/^invalid for in\/of left hand-side$/, reference("Invalid left-hand side in for-in")],
    [/^(?:unexpected end of|unexpected line terminator in) regexp$/, "Invalid regular expression: missing /"],
    [/^unexpected end$/, badPattern("Unterminated character class")],
    [/^nothing to repeat$/, badPattern("Nothing to repeat")],
    [/^extraneous characters at the end$/, badPattern("Unmatched ')'")],
    [/^invalid class range$/, badPattern("Range out of order in character class")],
    [/^invalid group$/, badPattern("Invalid group")],
    [/^invalid repetition count$|^invalid repeat count$/, badPattern("numbers out of order in {} quantifier.")],
    [/^invalid escape sequence in regular expression$/, badPattern("\\ at end of pattern")],
  ];
  const ARRAY = new Set(("concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse " +
    "shift slice some sort splice unshift toLocaleString").split(" "));

  // The engine throws these of itself, and only these are looked at.
  const natives = new WeakSet([TypeError, RangeError, SyntaxError, ReferenceError, URIError].map((kind) => kind.prototype));

  core.nativeErrors = natives;

  // Gives a native error the message of its generation; `at` tells what stands at its place.
  core.translate = function (error, at) {
    if (error === null || typeof error !== "object" || !natives.has(Object.getPrototypeOf(error))) return;
    const found = getOwnPropertyDescriptor(error, "message");
    if (!found || typeof found.value !== "string") return;
    for (const [pattern, written] of rules) {
      const match = pattern.exec(found.value);
      if (match === null) continue;
      const message = typeof written === "string" ? written : written(error, at(), match, match[1]);
      Object.defineProperty(error, "message", { value: message, writable: true, enumerable: false, configurable: true });
      return;
    }
  };
});
