// Built-in functions whose results the engine of those years gave another form: sorting, the text of functions, the
// digits of numbers in other bases, regular expressions made of text. language.js puts them in their places.
(function (core) {
  const { defineProperty } = Object;
  const { construct } = Reflect;
  const { isInteger, isFinite } = Number;
  const { trunc } = Math;

  // -- sorting: equal elements end up where that engine's quicksort left them -----------------------------

  const SHORT = 10;

  function sortShort(list, from, to, compare) {
    for (let i = from + 1; i < to; i++) {
      const element = list[i];
      let place = i;
      while (place > from && compare(list[place - 1], element) > 0) {
        list[place] = list[place - 1];
        place--;
      }
      list[place] = element;
    }
  }

  // Puts the first, the last and the middle element in order, moves the middle one behind the first and gives it.
  function choosePivot(list, from, to, compare) {
    const middle = from + ((to - from) >> 1);
    let [low, high, pivot] = [list[from], list[to - 1], list[middle]];
    if (compare(low, high) > 0) [low, high] = [high, low];
    if (compare(low, pivot) >= 0) [low, pivot, high] = [pivot, low, high];
    else if (!(compare(high, pivot) > 0)) [pivot, high] = [high, pivot];
    list[from] = low;
    list[to - 1] = high;
    list[middle] = list[from + 1];
    list[from + 1] = pivot;
    return pivot;
  }

  // What is lower than the pivot comes before what is equal, and that before what is greater: [end of the lower
  // ones, beginning of the greater ones].
  function partition(list, from, to, compare) {
    const pivot = choosePivot(list, from, to, compare);
    let low = from + 1;
    let high = to - 1;
    const lower = (i) => {
      const element = list[i];
      list[i] = list[low];
      list[low++] = element;
    };
    for (let i = low + 1; i < high; i++) {
      let order = compare(list[i], pivot);
      if (order < 0) lower(i);
      else if (order > 0) {
        do {
          if (--high === i) return [low, high];
          order = compare(list[high], pivot);
        } while (order > 0);
        [list[i], list[high]] = [list[high], list[i]];
        if (order < 0) lower(i);
      }
    }
    return [low, high];
  }

  function quicksort(list, from, to, compare) {
    while (to - from > SHORT) {
      const [low, high] = partition(list, from, to, compare);
      if (to - high < low - from) {
        quicksort(list, high, to, compare);
        to = low;
      } else {
        quicksort(list, from, low, compare);
        from = high;
      }
    }
    sortShort(list, from, to, compare);
  }

  function byText(a, b) {
    const [first, second] = [String(a), String(b)];
    return first === second ? 0 : first < second ? -1 : 1;
  }

  const simple = (value) => value === null || (typeof value !== "object" && typeof value !== "function");

  function makeSort(sort) {
    return function (compare) {
      if (this === null || this === undefined) throw new TypeError("Array.prototype.sort called on null or undefined");
      const list = Object(this);
      const length = list.length >>> 0;
      const found = [];
      let known = 0;
      for (let i = 0; i < length; i++) {
        if (!(i in list)) continue;
        known++;
        if (list[i] !== undefined) found.push(list[i]);
      }
      if (typeof compare !== "function") {
        // Of equal texts nobody can tell one from the other.
        if (found.every(simple)) return sort.call(list);
        compare = byText;
      }
      quicksort(found, 0, found.length, compare);
      for (let i = 0; i < length; i++) {
        if (i < known) list[i] = found[i];
        else delete list[i];
      }
      return list;
    };
  }

  // -- the text of functions ------------------------------------------------------------------------------

  const natives = new WeakSet();
  const HEAD = /^(?:function\b|get\b|set\b)(?:\s|\/\*[^]*?\*\/|\/\/.*)*([\w$\u0080-\uffff]*)[^(]*(?=\()/;
  const MADE = /^function anonymous\(([^]*?)\n\) \{/;

  // What rewrite.py put in is not shown.
  const PUT_IN = /\v(?:0\|\||\$thrown\["[\d:]+"\]=)|var\v /g;
  const asWritten = (text) => (text.indexOf("\v") < 0 ? text : text.replace(PUT_IN, (piece) => (piece[0] === "v" ? "const" : "")));

  // `function`, the name as written and everything from the parameters on.
  function makeFunctionText(text) {
    return function () {
      if (typeof this !== "function") throw new TypeError("Function.prototype.toString is not generic");
      if (this === Function.prototype) return "function Empty() {}";
      if (natives.has(this)) return `function ${this.name}() { [native code] }`;
      const written = asWritten(text.call(this));
      if (/\{\s*\[native code\]\s*\}$/.test(written)) return `function ${this.name}() { [native code] }`;
      const made = MADE.exec(written);
      if (made) return `function anonymous(${made[1]}) {${written.slice(made[0].length)}`;
      const head = HEAD.exec(written);
      return head ? `function ${head[1]}${written.slice(head[0].length)}` : written;
    };
  }

  // A function that took something's place, and looks as that did.
  core.asNative = function (f) {
    natives.add(f);
    return f;
  };

  // What the parser stops at is only known of what is evaluated, which this is until it begins to run.
  function explainText(text, error) {
    try {
      core.evaluateAs("undefined", "throw null; " + text);
    } catch (explained) {
      if (explained !== null) error.message = explained.message;
    }
    return error;
  }

  // What is made of text is as old as what stands in files.
  function makeFunction(Native) {
    const Function = function Function(...parts) {
      const text = `(function (${parts.slice(0, -1).join(",")}) {\n${parts.length > 0 ? parts[parts.length - 1] : ""}\n})`;
      core.refuseLater(text);
      try {
        return defineProperty(Native(...parts), "name", { value: "", configurable: true });
      } catch (error) {
        throw error instanceof SyntaxError ? explainText(text, error) : error;
      }
    };
    return replaceConstructor(Function, Native);
  }

  function makeBind(bind) {
    return function (...args) {
      const bound = bind.apply(this, args);
      defineProperty(bound, "name", { value: "", configurable: true });
      return bound;
    };
  }

  // -- numbers ----------------------------------------------------------------------------------------------

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  const MOST_DIGITS = 1099;

  function inBase(value, base) {
    if (value < 0) return "-" + inBase(-value, base);
    let whole = Math.floor(value);
    let part = value - whole;
    let text = "";
    do {
      text = DIGITS[trunc(whole % base)] + text;
      whole /= base;
    } while (whole >= 1);
    if (part === 0) return text;
    text += ".";
    for (let count = 0; part > 0 && count < MOST_DIGITS; count++) {
      part *= base;
      text += DIGITS[Math.floor(part)];
      part -= Math.floor(part);
    }
    return text;
  }

  function makeNumberText(text) {
    return function (base) {
      const value = text.call(this, 10) * 1;
      const wanted = base === undefined ? 10 : trunc(+base);
      if (wanted === 10 || isInteger(value) && Math.abs(value) < 2 ** 53 || !isFinite(value)) {
        return text.call(this, base);
      }
      if (!(wanted >= 2 && wanted <= 36)) throw new RangeError("toString() radix argument must be between 2 and 36");
      return inBase(value, wanted);
    };
  }

  // -- regular expressions ------------------------------------------------------------------------------------

  const isRegExp = (value) => Object.prototype.toString.call(value) === "[object RegExp]";

  function checkPattern(text, flags) {
    if (/[^gim]|(.).*\1/.test(flags)) {
      throw new SyntaxError(`Invalid flags supplied to RegExp constructor '${flags}'`);
    }
    if (/\(\?</.test(text) && /\(\?</.test(text.replace(/\\[^]|\[(?:\\[^]|[^\]])*\]/g, ""))) {
      throw new SyntaxError(`Invalid regular expression: /${text}/: Invalid group`);
    }
  }

  function compile(Native, text, flags) {
    try {
      return new Native(text, flags);
    } catch (error) {
      // What is wrong is known, but not with which pattern.
      const reason = /^Invalid regular expression: .*\/: (.*)$/.exec(String(error && error.stack).split("\n")[0].replace(/^SyntaxError: /, ""));
      if (!(error instanceof SyntaxError) || !reason) throw error;
      const cut = /^Unterminated/.test(reason[1]) && /\\$/.test(text.replace(/\\\\/g, ""));
      const why = cut ? "\\ at end of pattern" : reason[1];
      throw new SyntaxError(`Invalid regular expression: /${text}/: ${why}`);
    }
  }

  function makeRegExp(Native) {
    const RegExp = function RegExp(pattern, flags) {
      if (isRegExp(pattern)) {
        if (flags !== undefined) throw new TypeError("Cannot supply flags when constructing one RegExp from another");
        return new.target === undefined ? pattern : new Native(pattern);
      }
      const text = pattern === undefined ? "" : String(pattern);
      const wanted = flags === undefined ? "" : String(flags);
      checkPattern(text, wanted);
      const made = compile(Native, text, wanted);
      // The text as it was given, where it would have to be written otherwise.
      if (text !== "" && made.source !== text) defineProperty(made, "source", { value: text });
      return made;
    };
    return replaceConstructor(RegExp, Native);
  }

  function replaceConstructor(constructor, Native) {
    for (const key of Object.getOwnPropertyNames(Native)) {
      defineProperty(constructor, key, Object.getOwnPropertyDescriptor(Native, key));
    }
    defineProperty(Native.prototype, "constructor", { value: constructor });
    return core.asNative(constructor);
  }

  // -- dates --------------------------------------------------------------------------------------------------

  // What a date is made of, where that is text in milliseconds; an object is asked for its value first.
  function timeOf(value) {
    if (typeof value === "object" && value !== null) {
      if (Object.prototype.toString.call(value) === "[object Date]") return value;
      value = typeof value.valueOf === "function" ? value.valueOf() : value;
      if (typeof value === "object" && value !== null) value = String(value);
    }
    return typeof value === "string" ? core.parseDate(value) : value;
  }

  // Years were written without zeros before them.
  const makeYears = (write) => function () {
    return write.call(this).replace(/ (-?)0+(\d+)(?= \d\d:|$)/, " $1$2");
  };

  function makeDate(Native) {
    const Date = function Date(...args) {
      if (new.target === undefined) return new Native().toString();
      if (args.length === 1) args[0] = timeOf(args[0]);
      return construct(Native, args, new.target === Date ? Native : new.target);
    };
    return replaceConstructor(Date, Native);
  }

  // -- text -----------------------------------------------------------------------------------------------------

  // The difference of the first units that differ, else of the lengths.
  function makeCompare() {
    return function (that) {
      const text = String(this);
      if (arguments.length === 0) return 0;
      const other = String(that);
      const length = Math.min(text.length, other.length);
      for (let i = 0; i < length; i++) {
        const difference = text.charCodeAt(i) - other.charCodeAt(i);
        if (difference !== 0) return difference;
      }
      return text.length - other.length;
    };
  }

  // Half a surrogate pair stood for itself.
  function makeJSONText(stringify) {
    return function (value, replacer, space) {
      const text = stringify(value, replacer, space);
      if (typeof text !== "string" || text.indexOf("\\ud") < 0) return text;
      return text.replace(/\\(?:ud([89a-f][0-9a-f]{2})|.)/g, (escape, digits) => (
        digits === undefined ? escape : String.fromCharCode(parseInt("d" + digits, 16))));
    };
  }

  // -- typed arrays ---------------------------------------------------------------------------------------------

  function completeTyped() {
    const shared = Object.getPrototypeOf(Uint8Array.prototype);
    const add = (name, value) => defineProperty(shared, name, {
      value: core.asNative(value), writable: true, enumerable: false, configurable: true,
    });
    const { set } = shared;
    add("get", function get(index) { return this[index]; });
    add("slice", function slice(start, end) { return this.subarray(start, end); });
    add("set", function (first, second) {
      if (typeof first === "number") {
        this[first] = second;
        return;
      }
      if (first.length + (second >>> 0) > this.length) throw new RangeError("Offset/length out of range.");
      set.call(this, first, second);
    });
    defineProperty(shared.set, "name", { value: "set" });
  }

  // `replace` puts what is made of an object's member in its place.
  core.restoreBuiltins = function (replace) {
    replace(Array.prototype, "sort", makeSort);
    replace(Function.prototype, "toString", makeFunctionText);
    replace(Function.prototype, "bind", makeBind);
    replace(Number.prototype, "toString", makeNumberText);
    replace(String.prototype, "localeCompare", makeCompare);
    replace(JSON, "stringify", makeJSONText);
    replace(globalThis, "Function", makeFunction);
    replace(globalThis, "RegExp", makeRegExp);
    replace(globalThis, "Date", makeDate);
    replace(Date, "parse", () => function (text) { return core.parseDate(String(text)); });
    for (const name of ["toString", "toDateString", "toUTCString", "toLocaleString"]) {
      replace(Date.prototype, name, makeYears);
    }
    Date.prototype.toGMTString = Date.prototype.toUTCString;
    defineProperty(Date.prototype, "toGMTString", { enumerable: false });
    replace(Date, "UTC", (utc) => function (...args) { return args.length < 2 ? NaN : utc(...args); });
    completeTyped();
    for (const name of ["captureStackTrace", "stackTraceLimit"]) defineProperty(Error, name, { enumerable: true });
  };
});
