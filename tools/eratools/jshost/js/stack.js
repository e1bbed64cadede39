// Files and lines of stack traces. The engine knows only one file, so every script gets lines of its own in
// one long line space: it is preceded by as many newlines as there were lines before it. Lines before the
// first script's are code that a program evaluates itself.
(function (core, first, count) {
  const files = [{ first, last: first + count, name: "jshost", hidden: true, shift: 0 }];
  const FRAMES = 10;
  const { repeat } = String.prototype;
  const { isError } = Error;
  const { parse } = JSON;
  const { Proxy } = globalThis;
  const { assign, defineProperty, getPrototypeOf } = Object;
  const OVERFLOW = "Maximum call stack size exceeded"; // an error that had no stack

  // What programs do not see and the host's own scripts keep; see language.js.
  const KEPT = ["Map", "Set", "WeakMap", "WeakRef", "FinalizationRegistry", "Symbol", "Proxy", "Reflect", "globalThis",
    "ArrayBuffer", "DataView", "Uint8Array"];
  const keptOf = (realm) => KEPT.map((name) => realm[name]);
  const kept = keptOf(globalThis);
  const PREFIX = `(function (${KEPT.join(", ")}) { return (`;

  function place(name, source, hidden, shift) {
    const start = files[files.length - 1].last + 1;
    const file = { first: start, last: start + source.split("\n").length, name, hidden, shift, source };
    if (hidden) file.source = undefined;
    files.push(file);
    return file;
  }

  // The column that a rewritten line had before: see rewrite.py.
  function columnAsWritten(file, line, column) {
    if (file.inserted === undefined) return column;
    if (typeof file.inserted === "string") file.inserted = parse(file.inserted);
    let shift = 0;
    for (const [before, length] of file.inserted[line] || []) {
      if (column < before + shift) break;
      if (column < before + shift + length) return before;
      shift += length;
    }
    return column - shift;
  }

  const below = ({ first }, text) => repeat.call("\n", first - 1) + text;

  // Where the part of a list ends that something holds for; -1 if it holds for nothing.
  core.lastIndex = function (list, holds) {
    let low = -1;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (holds(list[middle])) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const fileAt = (line) => (line >= first ? files[core.lastIndex(files, (file) => file.first <= line)] : undefined);

  // Where the engine's (line, column) is: {file, line, column, hidden}.
  core.locate = function (line, column) {
    const found = fileAt(line);
    if (!found) return { file: "evalmachine.<anonymous>", line, column, hidden: false, record: {} };
    const own = line - found.first + 1;
    const written = columnAsWritten(found, own, column);
    return {
      file: found.name,
      line: own,
      column: own === 1 ? Math.max(1, written - found.shift) : written,
      hidden: found.hidden,
      record: found,
    };
  };

  // The same place in the text of its file, and back.
  core.offsetOf = ({ record, line, column }) => startsOf(record)[line - 1] + column - 1;
  core.placeAt = function (record, offset) {
    const index = core.lastIndex(startsOf(record), (start) => start <= offset);
    return { line: index + 1, column: offset - startsOf(record)[index] + 1 };
  };

  // For code that programs evaluate themselves, over and over maybe: the same code gets the same lines, and after
  // very much of it there are no more. What comes then is run all the same, under no name.
  const MOST_LINES = 200000;
  const MOST_TEXT = 16 << 20;
  const MOST_TEXTS = 500;
  const placed = new Map(); // its name and source -> its file
  let lines = 0;
  let characters = 0;

  // Strict code would keep what it declares from the global object: what stands before a directive makes it none,
  // once it is known that the code has nothing that a strict one may not have.
  const BLANK = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y;
  const DIRECTIVE = /["']use strict["']/y;
  const Compiled = Function;

  function beginsStrict(source) {
    BLANK.lastIndex = 0;
    BLANK.test(source);
    DIRECTIVE.lastIndex = BLANK.lastIndex;
    return DIRECTIVE.test(source);
  }

  core.placeEvaluated = function (name, source) {
    const strict = beginsStrict(source);
    if (strict) new Compiled(source);
    const text = strict ? ";" + source : source;
    const key = name + "\n" + source;
    const known = placed.get(key);
    if (known !== undefined) return below(known, text);
    if (lines > MOST_LINES || characters > MOST_TEXT) return text;
    if (placed.size === MOST_TEXTS) placed.clear();
    const file = place(name, text, false, strict ? 1 : 0);
    lines += file.last - file.first;
    characters += text.length;
    placed.set(key, file);
    return below(file, text);
  };

  core.evaluateAs = (name, source) => (0, eval)(core.placeEvaluated(name, source));

  // Evaluates a script as `name`; `shift` columns of its first line are not the program's own.
  core.evaluate = function (name, source, hidden, shift) {
    return (0, eval)(below(place(name, source, hidden, shift || 0), source));
  };

  // Evaluates a program's module as it was rewritten. What is then no JavaScript is so as it was written, too.
  core.evaluateRewritten = function (name, source, text, inserted) {
    const file = place(name, source, false, 0);
    file.inserted = inserted;
    try {
      return (0, eval)(below(file, text))(throwsIn(file));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return core.evaluate(name, source, false, 0);
    }
  };

  const ownText = (source) => PREFIX + source.trim().replace(/;$/, "") + "\n); })";

  // Evaluates a script of the host's own: a function expression.
  core.evaluateOwn = function (name, source, hidden, shift) {
    return core.evaluate(name, ownText(source), hidden, PREFIX.length + (shift || 0))(...kept);
  };

  // What evaluates a script of the host's own in one realm after another.
  core.evaluatorOfOwn = function (name, source) {
    const own = ownText(source);
    const text = below(place(name, own, true, PREFIX.length), own);
    return (realm) => realm.eval(text)(...keptOf(realm));
  };

  // A file that is no JavaScript is told of at once, whoever catches the error.
  core.orTellPlace = function (evaluate, host) {
    try {
      return evaluate();
    } catch (error) {
      const place = error instanceof SyntaxError ? placeOfError(error) : [];
      if (place[3]) host.showPlace(...place);
      throw error;
    }
  };

  // Where a call of the program is, or of the host: as `locate` tells it.
  core.placeOf = (site) => core.locate(site.getLineNumber(), site.getColumnNumber());

  // What the parser stopped at is told as if it were a call; its stack has none.
  const isParsers = (site) => site !== undefined && !site.isNative() && site.getFunction() === null;

  // Where the lines of a file begin.
  function startsOf(file) {
    if (file.starts === undefined) {
      file.starts = [0];
      for (let at = file.source.indexOf("\n"); at >= 0; at = file.source.indexOf("\n", at + 1)) file.starts.push(at + 1);
    }
    return file.starts;
  }

  const ABOVE = 4000;

  // What stands at a place of the source: {known, native, text, before, above}, the text from there, the line before
  // it and what is above that line.
  function sourceAt(sites) {
    const native = sites.length > 0 && sites[0].isNative() ? sites[0].getFunctionName() : undefined;
    const site = sites.filter((one) => !one.isNative())[0];
    const line = site && site.getLineNumber();
    const found = site && fileAt(line);
    if (!found || found.source === undefined) return { known: false, native, text: "", before: "", above: "" };
    const start = startsOf(found)[line - found.first];
    const column = Math.max(0, columnAsWritten(found, line - found.first + 1, site.getColumnNumber()) - 1);
    return {
      known: true,
      native,
      text: found.source.slice(start + column, start + column + 400),
      before: found.source.slice(start, start + column),
      above: found.source.slice(Math.max(0, start - ABOVE), start),
    };
  }

  // The first line of a stack is what the error says it is.
  function header(error) {
    try {
      return String(error);
    } catch (unprintable) {
      return `<error: ${unprintable}>`;
    }
  }

  core.translate = () => {};
  let custom;
  let capturing = false; // whether a program itself asked for a stack
  const prepare = function (error, sites) {
    core.translate(error, () => sourceAt(sites));
    // An object that only inherits from Error had no stack unless it asked for one.
    if (!capturing && !isError(error)) return undefined;
    // The engine asks again where an error is thrown on.
    if (texts.has(error)) return texts.get(error);
    if (!capturing && !waiting.has(error)) defineProperty(error, "stack", told);
    const limit = isError(error) && error.message === OVERFLOW ? 0 : Error.stackTraceLimit;
    if (typeof limit !== "number" || !(limit > 0 || limit < 0)) texts.set(error, undefined);
    else if (!waiting.has(error)) waiting.set(error, { sites, limit: limit < 0 ? Infinity : limit, above: [] });
    return "";
  };

  const withoutParser = (sites) => (core.shownCalls !== undefined && isParsers(sites[0]) ? sites.slice(1) : sites);

  // A stack begins with what its error says it is when it is first looked at, for many are given their message late.
  const waiting = new WeakMap(); // error -> {sites, limit, above, called}, until then
  const texts = new WeakMap();
  const places = new WeakMap(); // error -> where it was made, as `locate` tells it

  // The calls around the latest one of `f`; none where it was not called.
  function outside(sites, f) {
    const at = sites.map((site) => site.getFunction()).indexOf(f);
    return at < 0 ? [] : sites.slice(at + 1);
  }

  // The function of the program that called `f`, which is being called; else null.
  core.callerOf = function (f) {
    const { sites } = waiting.get(new Error()) || { sites: [] };
    const callers = outside(sites, f).filter((site) => !site.isNative() && !core.placeOf(site).hidden);
    return callers.length > 0 ? callers[0].getFunction() : null;
  };

  // Where an error was made, and the line of source there: [file, line, column, text], or nothing.
  function placeOfError(error) {
    if (Object(error) === error) look(error);
    const place = places.get(error);
    if (!place || !place.file) return [];
    const text = place.record && place.record.source ? lineOf(place.record.source, place.line) : "";
    return [place.file, place.line, place.column, text || ""];
  }
  core.placeOfError = (error) => core.give(placeOfError(error));

  let lastThrow; // {value, file, at} of the last `throw` that a program came to

  // Notes that `value` is thrown at a "line:column" of a text, {name, source}.
  core.noteThrow = function (value, file, at) {
    lastThrow = { value, file, at };
  };

  // What a rewritten file notes its throws with: `throw $thrown["line:column"] = value`.
  const throwsIn = (file) => new Proxy({}, {
    set(_, at, value) {
      core.noteThrow(value, file, at);
      return true;
    },
  });

  // Python has one None for both.
  const isSame = (a, b) => a === b || (a == null && b == null);

  // Of what nobody caught: [file, line, column, source line, text], or nothing where no program threw it.
  core.placeOfThrow = function (uncaught) {
    if (lastThrow === undefined || !isSame(lastThrow.value, uncaught)) return core.give([]);
    const { value, file, at } = lastThrow;
    const [line, column] = at.split(":");
    return core.give([file.name, +line, +column, lineOf(file.source, line), toldOf(value)]);
  };

  const lineOf = (source, line) => source.split(/\r?\n/)[line - 1];

  // What is printed of a value that nobody caught.
  function toldOf(value) {
    if (Object(value) !== value) return String(value);
    const { stack, name, message } = value;
    if (stack !== undefined && String(stack) !== "") return String(stack);
    return name !== undefined && message !== undefined ? `${name}: ${message}` : String(value);
  }

  // What inherits from an error has the stack of that one.
  function holderOf(object) {
    let holder = Object(object);
    while (holder !== null && !waiting.has(holder) && !texts.has(holder)) holder = getPrototypeOf(holder);
    return holder;
  }

  // Makes the text of a stack, or what a program makes of it, when it is first asked for.
  function look(error) {
    const found = waiting.get(error);
    if (found === undefined) return;
    waiting.delete(error);
    const { sites, limit, above, called } = found;
    const shown = core.visible(withoutParser(sites), error, called);
    if (isParsers(sites[0])) places.set(error, core.placeOf(sites[0]));
    else if (shown.length > 0) places.set(error, shown[0].shown);
    const own = Error.prepareStackTrace; // not `custom`: a program may have deleted the property
    texts.set(error, typeof own === "function" && own !== prepare ? own.call(Error, error, shown.slice(0, limit))
      : header(error) + [...above, ...shown].slice(0, limit).map((site) => "\n    at " + site).join(""));
  }

  // The property of whatever has a stack.
  const told = {
    configurable: true,
    get() {
      const holder = holderOf(this);
      if (holder === null) return undefined;
      look(holder);
      return texts.get(holder);
    },
    set(value) {
      const holder = holderOf(this);
      if (holder === null) return;
      waiting.delete(holder);
      texts.set(holder, value);
    },
  };

  // Lets the stack of an error begin with calls that are none of JavaScript.
  core.putAbove = function (error, calls) {
    const found = waiting.get(error);
    if (found !== undefined) found.above = calls;
  };

  // The engine counts the frames of the bridge as well, so it is asked for more than a program is shown.
  const ASKED = 100;

  function tellStacks(Error) {
    const native = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
    if (native && native.set) native.set.call(Error, prepare);
    else Error.prepareStackTrace = prepare;
    Error.stackTraceLimit = ASKED;
    Object.defineProperty(Error, "stackTraceLimit", { value: FRAMES, writable: true, configurable: true });
    delete Error.prototype.stack;
  }

  function tellCaptured(Error) {
    const capture = Error.captureStackTrace;
    Error.captureStackTrace = function captureStackTrace(object, above) {
      waiting.delete(object);
      texts.delete(object);
      capturing = true;
      try {
        capture(object);
      } finally {
        capturing = false;
      }
      const found = waiting.get(object);
      if (found === undefined) return;
      if (typeof above === "function") assign(found, { sites: outside(found.sites, above), called: above.name });
      defineProperty(object, "stack", told);
    };
  }

  // Lets the errors of a realm tell their stacks as those of the time did.
  core.dressErrors = function (Error) {
    tellStacks(Error);
    tellCaptured(Error);
  };
  core.dressErrors(Error);

  core.guardErrors = function (ofRealm) {
    Object.defineProperty(ofRealm || Error, "prepareStackTrace", {
      configurable: true,
      get() { return custom; },
      set(value) { custom = value; },
    });
  };
});
