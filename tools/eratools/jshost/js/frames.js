// The calls that a stack shows, as V8 told of them: who was called upon what, and where. The engine tells less: a
// function's own name, and the last place before a call that it had code for. The rest is read from the outline of
// the source (see outline.js): what a function was assigned to, the call that a place belongs to, and whether that
// was one of a method. What a method was called upon is known by its class, if it has one, or else said to be an object.
(function (core) {
  const { isArray } = Array;
  const { assign, getOwnPropertyNames, getPrototypeOf } = Object;
  const MODULE = "Object.<anonymous>"; // what the host names the function around a module

  const NATIVE_TYPES = { __proto__: null };
  const SHOWN_AS = [
    ["Array", Array.prototype], ["String", String.prototype], ["RegExp", RegExp.prototype], ["Date", Date.prototype],
    ["Number", Number.prototype], ["Object", JSON], ["Object", Math], ["Function", Object],
  ];
  for (const [type, holder] of SHOWN_AS) {
    for (const name of getOwnPropertyNames(holder)) if (!(name in NATIVE_TYPES)) NATIVE_TYPES[name] = type;
  }

  // {file, line, column, type, name, method, isConstructor, isTopLevel, isNative} with the methods programs know.
  class Site {
    constructor(shown, site) {
      this.shown = shown;
      this.site = site;
    }
    getFileName() { return this.shown.file; }
    getScriptNameOrSourceURL() { return this.shown.file; }
    getLineNumber() { return this.shown.line; }
    getColumnNumber() { return this.shown.column; }
    getFunctionName() { return this.shown.name || null; }
    getFunction() { return this.site.getFunction(); }
    getMethodName() { return this.shown.method || null; }
    getTypeName() { return this.shown.type || "Object"; }
    getThis() { return undefined; }
    getEvalOrigin() { return undefined; }
    isConstructor() { return !!this.shown.isConstructor; }
    isNative() { return !!this.shown.isNative; }
    isToplevel() { return !!this.shown.isTopLevel; }
    isEval() { return !!this.shown.isEval; }
    toString() {
      const { file, line, column, isNative } = this.shown;
      const where = isNative ? "native" : file === null ? "<anonymous>" : `${file}:${line}:${column}`;
      const who = called(this.shown);
      return who ? `${who} (${where})` : where;
    }
  }

  function called({ type, name, method, isConstructor, isTopLevel }) {
    if (isConstructor) return "new " + (name || "<anonymous>");
    if (isTopLevel) return name;
    if (!name) return `${type}.${method || "<anonymous>"}`;
    const whole = name.indexOf(type) === 0 ? name : `${type}.${name}`;
    return method && name !== method && name.slice(-method.length - 1) !== "." + method ? `${whole} [as ${method}]` : whole;
  }

  // -- what the source tells --------------------------------------------------------------------------------

  function outlineOf(file) {
    if (file.outline === undefined && file.source !== undefined) file.outline = core.outline(file.source);
    return file.outline;
  }

  function functionAt(outline, offset) {
    const { functions } = outline;
    let at = core.lastIndex(functions, (one) => one.start < offset);
    while (at >= 0 && functions[at].end < offset) at--;
    return at >= 0 ? functions[at] : { start: 0, name: "", type: "" };
  }

  const isIndirect = (name) => name === "call" || name === "apply";

  // The call around a place, within a function: of one of these names if there is such, else the innermost.
  function callAt(outline, from, offset, names) {
    const { calls } = outline;
    let innermost;
    for (let at = core.lastIndex(calls, (one) => one.place <= offset); at >= 0 && calls[at].place >= from; at--) {
      const call = calls[at];
      if (call.end < offset) continue;
      if (names.indexOf(isIndirect(call.name) ? call.owner : call.name) >= 0) return call;
      innermost = innermost || call;
    }
    return names.isGuess ? innermost : undefined;
  }

  // -- one call after the other -----------------------------------------------------------------------------

  const UNSEEN = new Set(["apply", "call", "eval"]); // functions of the language whose frames no stack showed

  // By what names a call may have failed, or have made the error, and what else its message tells of the place.
  function calledByError(error) {
    const native = Object(error) === error && core.nativeErrors.has(getPrototypeOf(error));
    const message = native ? String(error.message) : "";
    const names = [error && error.constructor && error.constructor.name];
    names.isGuess = /is not a function$|has no method '/.test(message);
    names.isVariable = / is not defined$/.test(message);
    const access = /^Cannot (read|set|call) (?:property|method) '([^']*)'/.exec(message);
    if (access) names.access = access;
    return names;
  }

  // A property was read at its dot, called at its name, and set at the mark of the assignment.
  function placeOfAccess(source, offset, [, does, name]) {
    const dot = source.indexOf("." + name, offset);
    const marks = { read: dot, call: dot + 1, set: source.indexOf("=", dot) };
    const mark = dot < 0 ? dot : marks[does];
    return mark < 0 || mark > offset + FAR ? offset : mark;
  }
  const FAR = 200;

  // Where an error is made without parentheses: how long what stands before the place is.
  function lengthOfNew(source, offset) {
    const made = /(?:^|[^\w$.])(new\s+[\w$.]*)$/.exec(source.slice(Math.max(0, offset - FAR), offset));
    return made ? made[1].length : 0;
  }

  // An error that was made without `new` showed the call of its constructor.
  const isCallOf = (name, call) => call !== undefined && call.kind === "call" && call.name === name;
  const ofConstructor = (name) => ({ file: null, line: null, column: null, name, isTopLevel: true });

  // By what names a call may have the function that a frame shows.
  function namesOf(shown, engineName) {
    const names = [engineName, shown.name && shown.name.slice(shown.name.lastIndexOf(".") + 1)].filter(Boolean);
    names.isGuess = true;
    return names;
  }

  function ofProgram(site, place, names) {
    const own = site.getFunctionName();
    const { record, file, line, column } = place;
    const isEval = own === "<eval>" && record.name === undefined;
    const shown = { record, file, line, column, own, isEval, name: own === "<eval>" ? "" : own };
    const outline = outlineOf(place.record);
    const offset = outline && core.offsetOf(place);
    const inside = outline && functionAt(outline, offset);
    if (inside) {
      shown.ofClass = inside.type;
      if (own !== MODULE) shown.name = inside.name;
      shown.call = callAt(outline, inside.start, offset, names);
      const at = names.access ? placeOfAccess(record.source, offset, names.access) : shown.call && shown.call.place;
      if (at !== undefined) assign(shown, core.placeAt(record, at));
      else if (!names.isVariable) shown.column -= lengthOfNew(record.source, offset);
    }
    if (own === MODULE) assign(shown, { name: "", type: "Object" });
    return shown;
  }

  function typeOf(shown, call, caller) {
    if (shown.ofClass) return shown.ofClass;
    if (call.owner === "this") return caller.ofClass || (caller.isConstructor && caller.name) || "Object";
    if (call.owner === "module") return "Module";
    const isClass = /^[A-Z]/.test(call.owner) && shown.name.indexOf(call.owner + ".") === 0;
    return isClass || isOfConstructor(shown) ? "Function" : "Object";
  }

  // Whether a function was assigned to a constructor of its file, whatever that is within: `library.Class.make`.
  function isOfConstructor({ record, name }) {
    const holder = /(?:^|\.)([A-Z][\w$]*)\.[\w$]+$/.exec(name);
    const outline = holder && record && outlineOf(record);
    return !!outline && outline.functions.some((one) => one.name.slice(one.name.lastIndexOf(".") + 1) === holder[1]);
  }

  function tellOrigin(shown, { own, file, line, column }) {
    const name = own && own !== MODULE ? own : "<anonymous>";
    shown.name = "eval";
    if (own === MODULE) shown.type = "Object";
    shown.isTopLevel = own !== MODULE;
    shown.file = `eval at ${name} (${file}:${line}:${column}), <anonymous>`;
  }

  // How a function was called, as far as the frame outside of it tells.
  function tellReceiver(shown, site, caller) {
    if (shown.type || shown.isNative) return;
    if (shown.isEval && caller) return tellOrigin(shown, caller);
    const call = caller && caller.call;
    if (site.isConstructor()) shown.isConstructor = true;
    else if (!call || call.kind !== "method" || (isIndirect(call.name) && !shown.ofClass)) shown.isTopLevel = true;
    else {
      shown.type = typeOf(shown, call, caller);
      shown.method = isIndirect(call.name) ? "" : call.name;
    }
  }

  // The frames that a program is shown: the host's own are left out, and so are the engine's functions that it called.
  // What was left out by `captureStackTrace` ends with a call of the function named `called`.
  core.visible = function (sites, error, called) {
    const places = sites.map((site) => (site.isNative() ? undefined : core.placeOf(site)));
    const found = [];
    let names = called === undefined ? calledByError(error) : namesOf({}, called);
    const maker = called === undefined ? names[0] : undefined;
    let last;
    sites.forEach((site, index) => {
      const place = places[index];
      const own = site.getFunctionName();
      let shown;
      if (place === undefined) {
        const outside = places[index + 1];
        if (!outside || outside.hidden || !own || UNSEEN.has(own)) return;
        shown = { file: null, line: null, column: null, name: own, method: own, type: NATIVE_TYPES[own], isNative: true };
        shown.isTopLevel = !shown.type;
      } else if (place.hidden) {
        const known = core.shownCalls && core.shownCalls[place.file];
        names = [];
        names.isGuess = true;
        if (known === undefined || known[own] === undefined) return found.push(undefined);
        if (isArray(known[own])) return found.push(...known[own].map((one) => ({ shown: { ...one }, site })));
        shown = { ...known[own] };
        // What was one function then is several here.
        if (last && last.file === shown.file && last.name === shown.name) return undefined;
      } else {
        shown = ofProgram(site, place, names);
        if (last === undefined && isCallOf(maker, shown.call)) found.push({ shown: ofConstructor(maker), site });
      }
      names = namesOf(shown, own);
      last = shown;
      found.push({ shown, site });
      return undefined;
    });
    found.forEach((one, index) => {
      const outside = found[index + 1];
      if (one) tellReceiver(one.shown, one.site, outside && outside.shown);
    });
    return found.filter(Boolean).map(({ shown, site }) => new Site(shown, site));
  };
});
