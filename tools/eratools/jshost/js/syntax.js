// Finds what in a script is of a later language than that of the generation, which the engine would take. It reads
// tokens and keeps track of no more than it needs for that: whether an operand is expected, which braces are objects,
// which parentheses are parameters. Whatever else is wrong with a script the engine says.
(function (core) {
  const words = (text) => new Set(text.split(" "));

  const TOKEN = new RegExp([
    "((?:\\s|//.*|/\\*[^]*?\\*/)+)",
    "([A-Za-z_$\\u0080-\\uffff][\\w$\\u0080-\\uffff]*)",
    "(0[xX][\\da-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)",
    "(\"(?:[^\"\\\\\\n]|\\\\[^])*\"|'(?:[^'\\\\\\n]|\\\\[^])*')",
    "(>>>=|===|!==|>>>|<<=|>>=|==|!=|<=|>=|&&|\\|\\||\\+\\+|--|<<|>>|[-+*%&|^/]=|[-{}()\\[\\].;,<>+*%&|^!~?:=/`])",
  ].join("|"), "y");
  const REGEXP = /\/(?:[^\/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/([\w$]*)/y;

  const RESERVED = words("class super import export extends enum");
  const RESERVED_IF_STRICT = words("implements interface let package private protected public static yield");
  const OPERATORS = words("return typeof case in instanceof new delete void throw else do");
  const CONDITIONS = words("if while for with");
  const BEFORE_BLOCK = words("else do try finally");
  const LATER = words("let async await yield");
  // Of these a script of a later language has at least one, unless it is a short one.
  const SUSPECT = /`|=>|\.\.\.|\*\*(?!\/)|\?\.\D|\?\?|(?:var|const|let)\s*[[{]|\b(?:class|super|import|export|let|of|async|await|yield|extends)\s|function\s*\*|\b\d+(?:_\d|n\b)|\b0[bBoO]\d|catch\s*\{|,\s*\)/;
  const SHORT = 1 << 15;

  class Found extends Error {}

  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.open = [{ kind: "block", choices: 0, isBody: true }];
      this.operand = true; // whether an operand is expected
      this.statement = true; // whether that begins a statement
      this.before = "";
      this.newline = false;
      this.named = false; // whether the token was the name of a property
    }

    begin(opened) {
      opened.strict = this.inside.strict;
      this.open.push(opened);
    }

    get inside() { return this.open[this.open.length - 1]; }

    fail(message, at) {
      const found = new Found(message);
      found.at = at;
      throw found;
    }

    unexpected(token, at) { this.fail("Unexpected token " + token, at); }

    // Reads one token; false at the end, and where the engine will have something to say.
    step() {
      const { text, at } = this;
      TOKEN.lastIndex = at;
      const found = TOKEN.exec(text);
      if (found === null) return false;
      this.at = TOKEN.lastIndex;
      const [token, space, word, number, string] = found;
      if (space !== undefined) {
        this.newline = this.newline || /[\n\r\u2028\u2029]/.test(space);
        return true;
      }
      const { kind } = this.inside;
      if (kind === "object" && this.inside.expects !== "value") this.property(token, word, at);
      else if (kind === "parameters") this.parameter(token, word, at);
      else if (word !== undefined) this.word(word, at);
      else if (number !== undefined || string !== undefined) this.literal(token, number !== undefined, at);
      else this.mark(token, at);
      this.before = this.named ? "name" : token;
      this.named = this.newline = false;
      return true;
    }

    // -- what an object consists of, and what a function takes ----------------------------------------------

    property(token, word, at) {
      const { inside } = this;
      if (token === "}" && inside.expects === "name") return this.close(token);
      if (inside.expects === "name") {
        if (!/^[\w$"'.\u0080-\uffff]/.test(token) || token === ".") this.unexpected(token, at);
        inside.accessor = word === "get" || word === "set";
        inside.expects = "colon";
      } else if (token === ":") {
        inside.expects = "value";
        this.expectOperand(false);
      } else if (inside.accessor && /^[\w$"'\u0080-\uffff]/.test(token)) {
        inside.accessor = false;
        inside.expects = "parameters";
      } else if (inside.expects === "parameters" && token === "(") {
        inside.expects = "value";
        this.begin({ kind: "parameters", choices: 0, result: "body" });
      } else this.unexpected(token, at);
      return undefined;
    }

    parameter(token, word, at) {
      if (token === ")") {
        if (this.before === ",") this.unexpected(token, at);
        this.close(token);
      } else if (word === undefined && token !== ",") this.unexpected(token, at);
    }

    // -- words ----------------------------------------------------------------------------------------------

    word(word, at) {
      const { before } = this;
      if (before === "." && !this.operand) {
        this.named = true;
        return this.expectOperator();
      }
      this.wrongPlace(word, at);
      if (word === "function") return this.function(at);
      if (word === "const" && this.inside.strict) this.fail("Use of const in strict mode.", at);
      if (word === "catch" || OPERATORS.has(word) || BEFORE_BLOCK.has(word)) {
        return this.expectOperand(BEFORE_BLOCK.has(word));
      }
      if (word === "var" || word === "const") return this.expectOperand(false);
      return this.expectOperator();
    }

    wrongPlace(word, at) {
      if (RESERVED.has(word)) this.fail("Unexpected reserved word", at);
      if (this.inside.strict && RESERVED_IF_STRICT.has(word)) this.fail("Unexpected strict mode reserved word", at);
      if (this.newline || this.operand) return;
      if (word === "of" || (LATER.has(this.before) && !/^(?:in|instanceof)$/.test(word))) {
        this.fail(word === "function" ? "Unexpected token function" : "Unexpected identifier", at);
      }
    }

    function(at) {
      const result = this.operand && !this.statement ? "operand" : "statement";
      if (result === "statement" && this.inside.strict && this.inside.kind === "block" && !this.inside.isBody) {
        this.fail("In strict mode code, functions can only be declared at top level or immediately within another function.", at);
      }
      const head = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*(\*|[\w$\u0080-\uffff]*(?:\s|\/\/.*|\/\*[^]*?\*\/)*\(?)/y;
      head.lastIndex = this.at;
      const [whole, name] = head.exec(this.text);
      if (name === "*") this.unexpected("*", this.at + whole.length - 1);
      if (name.slice(-1) === "(") {
        this.at += whole.length;
        this.begin({ kind: "parameters", choices: 0, result: "body", body: result, ofFunction: true });
      }
    }

    literal(token, isNumber, at) {
      if (/^["']use strict["']$/.test(token) && this.inside.isBody && /^\{?$/.test(this.before)) this.inside.strict = true;
      if (isNumber && /[\w$]/.test(this.text[this.at] || "")) this.unexpected("ILLEGAL", at);
      if (!isNumber && /\\u\{/.test(token.replace(/\\\\/g, ""))) this.unexpected("ILLEGAL", at);
      if (!this.operand && !this.newline && LATER.has(this.before)) {
        this.fail(isNumber ? "Unexpected number" : "Unexpected string", at);
      }
      this.expectOperator();
    }

    // -- marks ------------------------------------------------------------------------------------------------

    mark(token, at) {
      if (token === "`") this.unexpected("ILLEGAL", at);
      if (/^\/=?$/.test(token) && this.operand) return this.regexp(at);
      switch (token) {
        case "{": return this.brace(at);
        case "(": return this.parenthesis(at);
        case "[":
          if (/^(?:var|const)$/.test(this.before)) this.unexpected(token, at);
          this.begin({ kind: "[", choices: 0 });
          return this.expectOperand(false);
        case ")": case "]": case "}":
          if (token === ")" && (this.before === "," || (this.before === "(" && this.inside.isGroup))) {
            this.unexpected(token, at);
          }
          return this.close(token);
        case "++": case "--": return undefined;
        default: return this.operator(token, at);
      }
    }

    operator(token, at) {
      const { inside, before } = this;
      if (token === ">" && before === "=" && this.text[at - 1] === "=") this.unexpected(token, at);
      if (this.operand && /^[.*?]$/.test(token)) this.unexpected(token, at);
      if (token === "=" && /^(?:\|\||&&|\?)$/.test(before)) this.unexpected(token, at);
      if (token === "?") inside.choices++;
      if (token === "," && inside.kind === "object") inside.expects = "name";
      if (token === ";") inside.choices = 0;
      const ends = token === ";" || (token === ":" && inside.choices === 0 && inside.kind === "block");
      if (token === ":" && inside.choices > 0) inside.choices--;
      this.expectOperand(ends);
      // After a dot comes a name, whatever that is.
      if (token === ".") this.operand = false;
    }

    regexp(at) {
      REGEXP.lastIndex = at;
      const found = REGEXP.exec(this.text);
      if (found === null) return this.stop();
      if (/[^gim]/.test(found[1])) this.fail(`Invalid flags supplied to RegExp constructor '${found[1]}'`, at);
      this.at = REGEXP.lastIndex;
      return this.expectOperator();
    }

    brace(at) {
      const { before } = this;
      if (/^(?:var|const|catch)$/.test(before)) this.unexpected("{", at);
      if (!this.operand && LATER.has(before) && !this.newline) this.unexpected("{", at);
      const afterReturn = before === "return" && this.newline;
      const isBlock = this.body !== undefined || this.statement || !this.operand || afterReturn;
      this.begin(isBlock ? { kind: "block", choices: 0, result: this.body || "statement", isBody: this.isBody }
        : { kind: "object", choices: 0, expects: "name", result: "operand" });
      this.body = this.isBody = undefined;
      this.expectOperand(true);
    }

    parenthesis(at) {
      const caught = this.before === "catch";
      if (caught) this.begin({ kind: "parameters", choices: 0, result: "body", body: "statement" });
      else {
        const result = CONDITIONS.has(this.before) ? "statement" : "operand";
        this.begin({ kind: "(", choices: 0, result, isGroup: this.operand });
      }
      this.expectOperand(false);
    }

    close(token) {
      if (this.open.length === 1) return this.stop();
      const { kind, result, body, ofFunction } = this.open.pop();
      const opened = kind === "block" || kind === "object" ? "}" : kind === "[" ? "]" : ")";
      if (opened !== token) return this.stop();
      if (result === "body") {
        this.body = body || "operand";
        this.isBody = ofFunction;
        return this.expectOperand(true);
      }
      return result === "statement" ? this.expectOperand(true) : this.expectOperator();
    }

    expectOperand(statement) {
      this.operand = true;
      this.statement = statement;
    }

    expectOperator() {
      this.operand = false;
      this.statement = false;
    }

    stop() { this.at = this.text.length; }
  }

  // {message, line, column} of the first thing in `text` that is of a later language.
  core.findLater = function (text) {
    if (text.length > SHORT && !SUSPECT.test(text)) return undefined;
    const reader = new Reader(text);
    try {
      while (reader.step()) { /* further */ }
    } catch (found) {
      if (!(found instanceof Found)) throw found;
      const above = text.slice(0, found.at).split("\n");
      return { message: found.message, line: above.length, column: above[above.length - 1].length + 1 };
    }
    return undefined;
  };

  // Throws what is said of a script of a later language; `tell` may first show where.
  core.refuseLater = function (text, tell) {
    const found = core.findLater(text);
    if (found === undefined) return;
    if (tell) tell(found.line, found.column);
    throw new SyntaxError(found.message);
  };
});
