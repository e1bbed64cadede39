// Files and lines of stack traces. The engine knows only one file, so every script gets lines of its own in
// one long line space: it is preceded by as many newlines as there were lines before it. Lines before the
// first script's are code that a program evaluates itself.
(function (core, first, count) {
  const files = [{ first, last: first + count, name: "jshost", hidden: true, shift: 0 }];
  const FRAMES = 10;

  function place(name, source, hidden, shift) {
    const start = files[files.length - 1].last + 1;
    files.push({ first: start, last: start + source.split("\n").length, name, hidden, shift });
    return "\n".repeat(start - 1) + source;
  }

  function fileAt(line) {
    let low = 0;
    let high = files.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (files[middle].first <= line) low = middle;
      else high = middle - 1;
    }
    return line >= first ? files[low] : undefined;
  }

  // Where the engine's (line, column) is: {file, line, column, hidden}.
  core.locate = function (line, column) {
    const found = fileAt(line);
    if (!found) return { file: "evalmachine.<anonymous>", line, column, hidden: false };
    const own = line - found.first + 1;
    return {
      file: found.name,
      line: own,
      column: own === 1 ? Math.max(1, column - found.shift) : column,
      hidden: found.hidden,
    };
  };

  // Evaluates a script as `name`; `shift` columns of its first line are not the program's own.
  core.evaluate = function (name, source, hidden, shift) {
    return (0, eval)(place(name, source, hidden, shift || 0));
  };

  class Site {
    constructor(site, place) {
      this.site = site;
      this.place = place;
    }
    getFileName() { return this.place.file; }
    getScriptNameOrSourceURL() { return this.place.file; }
    getLineNumber() { return this.place.line; }
    getColumnNumber() { return this.place.column; }
    getFunctionName() {
      const name = this.site.getFunctionName();
      return name === "<eval>" ? null : name;
    }
    getFunction() { return this.site.getFunction(); }
    getMethodName() { return this.site.getFunctionName(); }
    getTypeName() { return null; }
    getThis() { return undefined; }
    getEvalOrigin() { return undefined; }
    isConstructor() { return this.site.isConstructor(); }
    isNative() { return this.site.isNative(); }
    isToplevel() { return false; }
    isEval() { return false; }
    toString() {
      const { file, line, column } = this.place;
      const where = this.isNative() ? "native" : `${file}:${line}:${column}`;
      const name = this.getFunctionName();
      if (!name) return where;
      return `${this.isConstructor() ? "new " : ""}${name} (${where})`;
    }
  }

  function placeOf(site) {
    if (site.isNative()) return undefined;
    return core.locate(site.getLineNumber(), site.getColumnNumber());
  }

  // The bridge's own frames are left out, and so are the engine's functions that it called.
  function visible(sites) {
    const shown = [];
    sites.forEach((site, index) => {
      const place = placeOf(site);
      if (place !== undefined) {
        if (!place.hidden) shown.push(new Site(site, place));
        return;
      }
      const caller = sites[index + 1] && placeOf(sites[index + 1]);
      if (caller && !caller.hidden && site.getFunctionName() !== "eval") {
        shown.push(new Site(site, { file: null, line: null, column: null }));
      }
    });
    return shown;
  }

  function header(error) {
    try {
      const name = error.name === undefined ? "Error" : String(error.name);
      const message = error.message === undefined ? "" : String(error.message);
      return name && message ? `${name}: ${message}` : name || message;
    } catch (unprintable) {
      return "Error";
    }
  }

  let custom;
  const native = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  const prepare = function (error, sites) {
    const shown = visible(sites);
    if (typeof custom === "function") return custom(error, shown);
    const limit = typeof userLimit === "number" ? userLimit : FRAMES;
    return [header(error), ...shown.slice(0, limit).map((site) => "    at " + site)].join("\n");
  };
  if (native && native.set) native.set.call(Error, prepare);
  else Error.prepareStackTrace = prepare;

  // The engine counts the frames of the bridge as well, so it is asked for more than a program is shown.
  let userLimit = FRAMES;
  Error.stackTraceLimit = 100;
  core.guardErrors = function () {
    Object.defineProperty(Error, "prepareStackTrace", {
      configurable: true,
      get() { return custom; },
      set(value) { custom = value; },
    });
  };
});
