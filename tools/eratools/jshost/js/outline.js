// Where the functions and calls of a program are, and what V8 called each function in a stack. That engine named a
// function without a name of its own by what it was assigned to: `a.b = function () {}` was `a.b`, and
// `X.prototype.m = function () {}` was `X.m`. What was given no name yet took that of the next one in the same function
// that had. It reads tokens, and never calls Python: the stack of an error may be asked for where that cannot be.
(function (core) {
  const TOKEN = new RegExp([
    "//.*|/\\*[^]*?\\*/",
    "(\"(?:[^\"\\\\\\n]|\\\\[^])*\"|'(?:[^'\\\\\\n]|\\\\[^])*')",
    "(/)",
    "([\\w$\\u0080-\\uffff]+)",
    "([^\\s\\w$])",
  ].join("|"), "g");
  const REGEXP = /(?:[^\/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y;
  const DIVIDED = /(?:[\w$)\]]|\+\+|--)\s*$/;
  const OPERATOR = new RegExp("(?:^|[^\\w$.])(?:return|typeof|case|in|instanceof|new|delete|void|throw|else|do" +
    "|(?:if|while|for|with)\\s*\\((?:[^()]|\\([^()]*\\))*\\))\\s*$");
  const FUNCTION = /\s*([\w$\u0080-\uffff]*)\s*\((?:\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|[^()\/])*\)\s*\{/y;
  const ACCESSOR = /\s*([\w$]+|"[^"\n]*"|'[^'\n]*')\s*\([^()]*\)\s*\{/y;
  const PATH = /[\w$]+(?:\s*\.\s*[\w$]+|\[(?:[\w$.]+|'[^'\n]*'|"[^"\n]*")\])*\s*$/;
  const STEP = /[\w$]+|\[(?:[\w$.]+|'[^'\n]*'|"[^"\n]*")\]/g;
  const MADE = /(?:^|[^\w$.])(new\s+(?:[\w$]+\s*\.\s*)*)$/;
  const OWNER = /([\w$]+)\s*\.\s*$/;
  const SPACE = 32;
  const NO_CALLEES = new Set("if while for switch with catch return typeof case in do else throw void delete new".split(" "));
  const BEFORE_LITERAL = new Set("= ( , [ ? return".split(" "));
  const BACK = 160; // how far to look back for what stands before a place

  const match = (pattern, text, at) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const bare = (text) => text.replace(/^["']|["']$/g, "");
  const named = (step) => (step[0] !== "[" ? step : /^\[["']/.test(step) ? step.slice(2, -2) : "(anonymous function)");

  const nameOf = (steps) => steps.filter((step) => step !== "prototype" && step !== "this").join(".");

  class Outline {
    constructor(source) {
      this.source = source;
      this.functions = []; // {start, end, name, type}, outer ones first; so are the calls
      this.calls = []; // {place, end, name, kind, owner}: kind is call, method or new; owner is the name before the dot
      // Brackets that are not closed yet: how what is in one is named, the key that a value in it has, and whether
      // it is part of the value of an assignment.
      this.open = [{ path: () => [], whole: { own: "", waiting: [] } }];
      this.before = "";
      this.beforeAt = 0;
      this.read();
    }

    get top() { return this.open[this.open.length - 1]; }

    read() {
      const { source } = this;
      for (let at = 0, found; (found = match(TOKEN, source, at)) !== null;) {
        const token = found[0];
        at = TOKEN.lastIndex;
        if (token.length > 1 && token[0] === "/") continue;
        if (found[4] !== undefined) this.mark(token, found.index);
        else if (found[3] !== undefined) at = this.word(token, found.index) || at;
        else if (found[2] !== undefined) at = this.afterSlash(found.index);
        this.before = token;
        this.beforeAt = found.index;
      }
    }

    back(at) { return this.source.slice(Math.max(0, at - BACK), at); }

    afterSlash(at) {
      const text = this.back(at);
      const regexp = DIVIDED.test(text) && !OPERATOR.test(text) ? null : match(REGEXP, this.source, at + 1);
      return regexp === null ? at + 1 : REGEXP.lastIndex;
    }

    word(word, at) {
      if (word === "function" && this.before !== ".") {
        const head = match(FUNCTION, this.source, at + word.length);
        if (head === null) return undefined;
        this.function(at, head[1], head[1]);
        return FUNCTION.lastIndex;
      }
      if ((word !== "get" && word !== "set") || !this.top.isLiteral || !/[{,]/.test(this.before)) return undefined;
      const head = match(ACCESSOR, this.source, at + word.length);
      if (head === null) return undefined;
      this.function(at, bare(head[1]), "");
      return ACCESSOR.lastIndex;
    }

    mark(mark, at) {
      switch (mark) {
        case "(": return this.open.push(this.parenthesis(at));
        case "[": case "{": return this.open.push(this.bracket(mark, at));
        case ")": case "]": case "}": return this.open.length > 1 && this.close(at);
        case ":": return this.top.isLiteral && (this.top.key = bare(this.before));
        case "=": return this.scope.waiting.length > 0 && this.assignment(at);
        default: return undefined;
      }
    }

    // Any value but a call's gave its name to the functions before it.
    assignment(at) {
      const value = /^[^;\n]*/.exec(this.source.slice(at + 1, at + BACK))[0].trim();
      if (/[-+*\/%&|^=!<>]/.test(this.source[at - 1]) || /^=|^function\b|\)$|^$/.test(value)) return;
      this.nameWaiting(this.scope, nameOf(this.stepsBefore(at)));
    }

    // -- brackets -------------------------------------------------------------------------------------------

    bracket(mark, at) {
      const isLiteral = mark === "{" && (BEFORE_LITERAL.has(this.before) || this.isValue());
      return { path: this.pathHere(), isLiteral, key: "", assigned: this.isAssigned(at) };
    }

    isValue() { return this.before === ":" && this.top.isLiteral; }

    parenthesis(at) {
      const { before, beforeAt } = this;
      const onName = /^[\w$\u0080-\uffff]/.test(before) && !NO_CALLEES.has(before);
      if (!onName && !/[)\]]/.test(before)) return { path: this.top.path, assigned: this.isAssigned(at) };
      const text = onName ? this.back(beforeAt) : "";
      const made = text.indexOf("new") < 0 ? null : MADE.exec(text);
      const isMethod = this.source[this.lastBefore(beforeAt)] === ".";
      const owner = made || !isMethod ? null : OWNER.exec(text);
      const call = { place: at, end: this.source.length, name: "", kind: before === "]" ? "method" : "call", owner: "" };
      if (onName) {
        call.place = made ? beforeAt - made[1].length : beforeAt;
        call.name = before;
        call.kind = made ? "new" : isMethod ? "method" : "call";
        call.owner = owner ? owner[1] : "";
      }
      this.calls.push(call);
      const assigned = this.isAssigned(call.place - (owner ? owner[0].length : 0));
      return { path: () => this.stepsBefore(at), call, assigned };
    }

    close(at) {
      const { whole, call } = this.open.pop();
      if (whole) whole.end = at;
      if (call) call.end = at;
    }

    // -- names ----------------------------------------------------------------------------------------------

    function(start, name, own) {
      const whole = { start, end: this.source.length, name, type: "", own, waiting: [] };
      const { scope } = this;
      this.functions.push(whole);
      if (name === "") {
        if (this.before === "=" || this.isValue()) this.name(whole, scope);
        else if (!this.top.assigned) scope.waiting.push(whole);
      }
      this.open.push({ path: () => [], whole });
    }

    get scope() {
      let at = this.open.length - 1;
      while (!this.open[at].whole) at--;
      return this.open[at].whole;
    }

    name(whole, scope) {
      const path = this.pathHere()();
      if (/^[A-Z]/.test(scope.own)) {
        if (path[0] === "this") whole.type = scope.own;
        path.unshift(scope.own);
      }
      if (path.length > 2 && path[path.length - 2] === "prototype") whole.type = path[path.length - 3];
      whole.name = nameOf(path);
      this.nameWaiting(scope, whole.name);
    }

    nameWaiting(scope, name) {
      for (const one of scope.waiting) one.name = name;
      scope.waiting = [];
    }

    // What tells how a value at this place is called.
    pathHere() {
      const { top, before, beforeAt } = this;
      const { key } = top;
      if (before === "=") return () => this.stepsBefore(beforeAt);
      return this.isValue() ? () => [...top.path(), key] : top.path;
    }

    // The names of what stands before a place: that of an assignment or of a call.
    stepsBefore(at) {
      const text = this.back(at);
      const found = PATH.exec(text);
      if (found === null) return [];
      const steps = found[0].match(STEP).map(named);
      const first = text.slice(0, found.index);
      return this.isAssigning(at - text.length + first.length)
        ? [...this.stepsBefore(at - text.length + first.lastIndexOf("=")), ...steps] : steps;
    }

    // Whether what begins at a place is the value of an assignment, or in one.
    isAssigned(at) { return !!this.top.assigned || this.isAssigning(at); }

    isAssigning(at) {
      const last = this.lastBefore(at);
      return this.source[last] === "=" && !/[=!<>]/.test(this.source[last - 1]);
    }

    // Where the last character before a place is that is no space.
    lastBefore(at) {
      let last = at - 1;
      while (this.source.charCodeAt(last) <= SPACE) last--;
      return last;
    }
  }

  core.outline = (source) => new Outline(source);
});
