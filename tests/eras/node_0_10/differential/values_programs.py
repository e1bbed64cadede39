"""Makes random one-line programs about buffers and about printing values."""

import random

ENCODINGS = ("utf8", "ucs2", "utf16le", "ascii", "binary", "base64", "hex", "UTF-8", "nope")
TEXTS = (
    "",
    "a",
    "text",
    "é€",
    "\U0001f600x",
    "6162",
    "61626",
    "zz",
    "YWJj",
    "YW=J",
    "-_8=",
    "\x00ÿ",
    "\ud83d",
)
NUMBERS = (0, 1, 2, 3, 5, 9, -1, 255, 256, 1.5, -129, 65536, 4294967296, "'2'", "undefined", "null", "NaN")
READS = [f"{kind}{bits}" for kind in ("UInt", "Int") for bits in ("8", "16LE", "16BE", "32LE", "32BE")]
READS += ["FloatLE", "FloatBE", "DoubleLE", "DoubleBE"]


GROWN = (
    "{}",
    "[1, 2]",
    "function () {}",
    "/x/g",
    "new Date(0)",
    "new Error('e')",
    "new Number(1)",
    "new String('s')",
)
PRINTED_OTHERWISE = (
    "{get a() { return 1; }}",
    "{set a(value) {}}",
    "{get a() { return 1; }, set a(value) {}}",
    "{inspect: function (depth) { return 'depth ' + depth; }}",
    "{inspect: function () { return 'two\\nlines'; }}",
    "{inspect: 1}",
    "(function () { return arguments; })(1, 'b')",
    "Object.create({inherited: 1})",
)


def make(seed):
    """The program of this number."""
    rng = random.Random(seed)
    return rng.choice((_buffer, _buffer, _inspect, _format))(rng)


def quoted(value):
    """A literal of this text."""
    return "'" + "".join(c if " " < c < "~" and c not in "'\\" else _units(c) for c in value) + "'"


def _units(character):
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[i]:02x}{data[i + 1]:02x}" for i in range(0, len(data), 2))


def _number(rng):
    return str(rng.choice(NUMBERS))


def _encoding(rng):
    return quoted(rng.choice(ENCODINGS[:8] if rng.random() < 0.95 else ENCODINGS))


def _new(rng):
    if rng.random() < 0.5:
        return f"new Buffer({quoted(rng.choice(TEXTS))}, {_encoding(rng)})"
    return f"new Buffer([{', '.join(_number(rng) for _ in range(rng.randrange(10)))}])"


def _buffer(rng):
    kind = rng.choice(READS)
    small = rng.choice((0, 1, 2, 3, 4, 6))
    call = rng.choice(
        (
            f"b.toString({_encoding(rng)}, {small}, {_number(rng)})",
            f"b.write({quoted(rng.choice(TEXTS))}, {small}, {small}, {_encoding(rng)})",
            f"b.fill({rng.choice((0, 1, 255, 300, -1))}, 0, b.length)",
            f"b.slice({_number(rng)}, {_number(rng)})",
            f"b.copy(b, {small}, {small // 2}, {small + 3})",
            f"b.read{kind}({small})",
            f"b.read{kind}({small}, true)" if small + 8 <= 4 else f"b.read{kind}({_number(rng)})",
            f"b.write{kind}({_number(rng)}, {small})",
            "b.inspect()",
            "JSON.stringify(b)",
            f"Buffer.concat([b, {_new(rng)}])",
            f"Buffer.byteLength({quoted(rng.choice(TEXTS))}, {_encoding(rng)})",
            f"b[{small}] = {_number(rng)}",
        )
    )
    return f"var b = {_new(rng)}; var r = {call}; return r + ' ' + b.toString('hex') + ' ' + b.length;"


def _value(rng, depth=3):
    if depth == 0 or rng.random() < 0.4:
        return rng.choice(
            (
                *map(str, NUMBERS),
                *(quoted(text) for text in (*TEXTS, "it's", 'a "b"', "two\nlines", "back\\slash", "x" * 30)),
                *("true", "-0", "1e21", "function () {}", "function named() {}", "/a/gi", "new Date(0)"),
                *("new Error('failed')", "new Buffer('ab')", "[,]", "new Number(1)", "new String('s')"),
                *("Object.create(null)", "new Boolean(true)", "Infinity", "new TypeError"),
            )
        )
    if rng.random() < 0.2:
        return rng.choice((_grown(rng, depth), rng.choice(PRINTED_OTHERWISE)))
    count = rng.randrange(5)
    if rng.random() < 0.5:
        return "[" + ", ".join(_value(rng, depth - 1) for _ in range(count)) + "]"
    keys = rng.sample(("a", "b", "'x y'", "1", "'é'", "'it\\'s'", "long_name_of_a_key", "'a-b'", "$"), count)
    return "{" + ", ".join(f"{key}: {_value(rng, depth - 1)}" for key in keys) + "}"


def _grown(rng, depth):
    """A value with properties that its kind does not have, one of which is itself."""
    more = _value(rng, depth - 1)
    return f"(function (o) {{ o.more = {more}; o.self = o; o.list = [o]; return o; }})({rng.choice(GROWN)})"


def _inspect(rng):
    more = rng.choice(
        (
            *("", "", ", false, 0", ", false, null", ", false, 5, true", ", null", ", 5"),
            *(", {depth: 1}", ", {colors: true}", ", {depth: -1}", ", {depth: null, colors: true}"),
        )
    )
    return f"return util.inspect({_value(rng, 4)}{more});"


def _format(rng):
    parts = "".join(
        rng.choice(("%s", "%d", "%j", "%%", "%", "%x", "a", " ")) for _ in range(rng.randrange(5))
    )
    given = [quoted(parts)] if rng.random() < 0.8 else []
    return f"return util.format({', '.join(given + [_value(rng, 2) for _ in range(rng.randrange(4))])});"
