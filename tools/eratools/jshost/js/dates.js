// Dates from text, with that engine's leniency. Either the text is ISO 8601 throughout, or it is read word by word:
// what a number means then depends on the mark behind it and on what is still missing. Where the first way fails
// midway, the second goes on with the numbers there were.
(function (core) {
  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  const ZONES = { __proto__: null, ut: 0, utc: 0, gmt: 0, z: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 };
  const HALVES = { __proto__: null, am: 0, pm: 12 };
  const PIECE = /(\d+)|([A-Za-z[-`{-\uffff]+)|(\s+)|[^]/y;
  const DIGITS = 9;
  const END = { kind: "end" };
  const Native = Date;

  const within = (value, low, high) => value >= low && value <= high;
  const isSign = (piece) => piece.mark === "+" || piece.mark === "-";

  // -- pieces ---------------------------------------------------------------------------------------------

  function number(digits) {
    const significant = digits.replace(/^0+/, "").slice(0, DIGITS);
    return { kind: "number", value: +significant, size: digits.length };
  }

  function word(text) {
    const lower = text.toLowerCase();
    const month = MONTHS.indexOf(lower.slice(0, 3));
    return { kind: "word", text: lower, month: month >= 0 ? month + 1 : undefined };
  }

  // What is in parentheses is one piece that says nothing.
  function parenthesis(text, at) {
    let depth = 0;
    do {
      if (text[at] === "(") depth++;
      else if (text[at] === ")") depth--;
      at++;
    } while (depth > 0 && at < text.length);
    return at;
  }

  function piecesOf(text) {
    const found = [];
    for (let at = 0; at < text.length;) {
      if (text[at] === "(") {
        at = parenthesis(text, at);
        found.push({ kind: "nothing" });
        continue;
      }
      PIECE.lastIndex = at;
      const [whole, digits, letters, space] = PIECE.exec(text);
      at += whole.length;
      if (digits !== undefined) found.push(number(digits));
      else if (letters !== undefined) found.push(word(letters));
      else found.push(space === undefined ? { kind: "mark", mark: whole } : { kind: "space" });
    }
    return found;
  }

  // -- reading ----------------------------------------------------------------------------------------------

  const WRONG = {};
  const demand = (holds) => { if (!holds) throw WRONG; };

  // What the digits after the second's dot are in milliseconds.
  function milliseconds({ value, size }) {
    if (size < 3) return value * 10 ** (3 - size);
    return Math.floor(value / 10 ** (Math.min(size, DIGITS) - 3));
  }

  class Reading {
    constructor(text) {
      this.pieces = piecesOf(text);
      this.at = 0;
      this.day = []; // year, month and day in any order
      this.time = [];
      this.month = undefined; // by its name
      this.half = undefined; // the hour that a half of the day begins with
      this.zone = { sign: undefined, hour: undefined, minute: undefined };
      this.iso = false;
      this.counted = false; // whether there was a number
    }

    get next() { return this.pieces[this.at] || END; }
    take() { return this.pieces[this.at++] || END; }

    skip(mark) {
      const found = this.next.mark === mark;
      if (found) this.at++;
      return found;
    }

    // A number of just so many digits.
    takeExact(size, low, high) {
      const { kind, value, size: actual } = this.next;
      if (kind !== "number" || actual !== size || !within(value, low, high)) return undefined;
      this.at++;
      return value;
    }

    setZone(hours) { this.zone = { sign: hours < 0 ? -1 : 1, hour: Math.abs(hours), minute: 0 }; }

    // -- ISO 8601 ---------------------------------------------------------------------------------------------

    // Whether all of the text was that; what was read of its date stays.
    readISO() {
      if (!this.readISODate()) return false;
      if (this.next === END) {
        this.setZone(0);
        return (this.iso = true);
      }
      if (this.next.text !== "t") return false;
      this.at++;
      this.readISOTime();
      return (this.iso = true);
    }

    readISODate() {
      const sign = isSign(this.next) ? this.next.mark : "";
      if (sign) this.at++;
      const year = this.takeExact(sign ? 6 : 4, 0, 999999);
      if (year === undefined || (sign === "-" && year === 0)) {
        if (sign) this.at--;
        return false;
      }
      this.day.push(sign === "-" ? -year : year);
      for (const most of [12, 31]) {
        if (!this.skip("-")) break;
        const part = this.takeExact(2, 1, most);
        if (part === undefined) return false;
        this.day.push(part);
      }
      return true;
    }

    readISOTime() {
      const part = (most) => {
        const value = this.takeExact(2, 0, most);
        demand(value !== undefined);
        return value;
      };
      this.time.push(part(23));
      demand(this.skip(":"));
      this.time.push(part(59));
      if (this.skip(":")) {
        this.time.push(part(59));
        if (this.skip(".")) {
          demand(this.next.kind === "number");
          this.time.push(milliseconds(this.take()));
        }
      }
      this.readISOZone(part);
      demand(this.next === END);
    }

    readISOZone(part) {
      if (this.next.text === "z") this.at++;
      if (!isSign(this.next)) return this.setZone(0);
      const sign = this.take().mark === "-" ? -1 : 1;
      const together = this.takeExact(4, 0, 9999);
      if (together !== undefined) {
        demand(together % 100 < 60 && together < 2400);
        this.zone = { sign, hour: Math.floor(together / 100), minute: together % 100 };
        return undefined;
      }
      const hour = part(23);
      demand(this.skip(":"));
      this.zone = { sign, hour, minute: part(59) };
      return undefined;
    }

    // -- any other way ------------------------------------------------------------------------------------------

    readLoosely() {
      this.counted = this.day.length > 0;
      for (let piece = this.take(); piece !== END; piece = this.take()) {
        if (piece.kind === "number") {
          this.counted = true;
          this.readNumber(piece);
        } else if (piece.kind === "word") this.readWord(piece);
        else if (isSign(piece) && (this.isUTC() || this.time.length > 0)) this.readOffset(piece.mark);
        else demand(!this.counted || !(isSign(piece) || piece.mark === ")"));
      }
    }

    isUTC() { return this.zone.hour === 0 && this.zone.minute === 0; }

    expectsTime(value) {
      const count = this.time.length;
      return count > 0 && count < 4 && within(value, 0, count === 3 ? 999 : 59);
    }

    addTime(value) {
      demand(this.time.length < 4);
      this.time.push(value);
    }

    endTime(value) {
      this.addTime(value);
      while (this.time.length < 4) this.time.push(0);
    }

    readNumber({ value }) {
      if (this.skip(":")) {
        if (this.skip(":")) {
          demand(this.time.length === 0);
          this.time.push(value, 0);
        } else {
          this.addTime(value);
          this.skip(".");
        }
      } else if (this.skip(".") && this.expectsTime(value)) {
        this.addTime(value);
        demand(this.next.kind === "number");
        this.endTime(milliseconds(this.take()));
      } else if (this.zone.hour !== undefined && this.zone.minute === undefined && within(value, 0, 59)) {
        this.zone.minute = value;
      } else if (this.expectsTime(value)) {
        this.endTime(value);
        const { next } = this;
        demand(next === END || next.kind === "space" || next.text === "z" || isSign(next));
      } else {
        demand(this.day.length < 3);
        this.day.push(value);
        this.skip("-");
      }
    }

    readWord({ text, month }) {
      if (text in HALVES && this.time.length > 0) this.half = HALVES[text];
      else if (month !== undefined) {
        this.month = month;
        this.skip("-");
      } else if (text in ZONES && this.counted) this.setZone(ZONES[text]);
      else demand(!this.counted && this.next.kind !== "number");
    }

    readOffset(mark) {
      const value = this.next.kind === "number" ? this.take().value : 0;
      this.counted = true;
      const sign = mark === "-" ? -1 : 1;
      if (this.next.mark === ":") this.zone = { sign, hour: value, minute: undefined };
      else this.zone = { sign, hour: Math.floor(value / 100), minute: value % 100 };
    }

    // -- the sum ------------------------------------------------------------------------------------------------

    date() {
      demand(this.day.length > 0);
      const [first, second = 1, third = 1] = this.day;
      const firstIsDay = within(first, 1, 31);
      let found;
      if (this.month !== undefined) {
        found = firstIsDay ? [second, this.month, first] : [first, this.month, second];
      } else found = this.iso || !firstIsDay ? [first, second, third] : [third, first, second];
      if (!this.iso && within(found[0], 0, 99)) found[0] += found[0] < 50 ? 2000 : 1900;
      demand(within(found[1], 1, 12) && within(found[2], 1, 31));
      return found;
    }

    clock() {
      let [hour = 0, minute = 0, second = 0, millisecond = 0] = this.time;
      if (this.half !== undefined) {
        demand(within(hour, 0, 12));
        hour = hour % 12 + this.half;
      }
      demand(within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 59) && within(millisecond, 0, 999));
      return [hour, minute, second, millisecond];
    }

    moment() {
      const [year, month, day] = this.date();
      const moment = new Native(0);
      const { sign, hour = 0, minute = 0 } = this.zone;
      const kind = sign === undefined ? "" : "UTC";
      moment[`set${kind}Hours`](0, 0, 0, 0);
      moment[`set${kind}FullYear`](year, month - 1, day);
      moment[`set${kind}Hours`](...this.clock());
      return sign === undefined ? moment.getTime() : moment.getTime() - sign * (hour * 60 + minute) * 60000;
    }
  }

  // The milliseconds of the date that `text` tells, NaN where it tells none.
  core.parseDate = function (text) {
    const reading = new Reading(text);
    try {
      if (!reading.readISO()) reading.readLoosely();
      return reading.moment();
    } catch (wrong) {
      if (wrong !== WRONG) throw wrong;
      return NaN;
    }
  };
});
