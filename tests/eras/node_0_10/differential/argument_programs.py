"""Makes random one-line programs that call what takes texts and bytes with arguments of every kind."""

import random

from values_programs import ENCODINGS, NUMBERS, READS, TEXTS, quoted

BUFFERS = """
b.toString ENCODING PLACE PLACE
b.write TEXT PLACE PLACE ENCODING
b.write TEXT PLACE ENCODING
b.write TEXT ENCODING PLACE PLACE
b.fill NUMBER PLACE PLACE
b.fill TEXT PLACE PLACE
b.slice PLACE PLACE
b.copy c INDEX INDEX INDEX
b.copy b INDEX INDEX INDEX
b.READ PLACE
b.WRITE NUMBER PLACE
b.get WITHIN
b.set WITHIN NUMBER
b.utf8Slice WITHIN WITHIN
b.binaryWrite TEXT INDEX
s.hexSlice PLACE PLACE
s.slice PLACE PLACE
s.fill NUMBER PLACE PLACE
s.copy c INDEX INDEX INDEX
s.READ PLACE
s.WRITE NUMBER PLACE
Buffer.byteLength TEXT ENCODING
Buffer.concat [b,c] INDEX
new~Buffer TEXT ENCODING
"""

TEXTUAL = """
path.normalize PATH
path.dirname PATH
path.extname PATH
path.basename PATH PATH
path.join PATH PATH PATH
path.resolve PATH PATH
path.relative PATH PATH
url.format PARTS
url.resolve URL URL
url.parse URL FLAG FLAG
querystring.stringify QUERY MARK MARK NAME
querystring.escape VALUE
querystring.parse TEXT MARK MARK
punycode.toASCII URL
punycode.encode TEXT
"""

ASSERTIONS = """
assert.equal VALUE VALUE NAME
assert.notEqual VALUE VALUE NAME
assert.strictEqual VALUE VALUE NAME
assert.notStrictEqual VALUE VALUE NAME
assert.deepEqual VALUE VALUE NAME
assert.notDeepEqual VALUE VALUE NAME
assert.ok VALUE NAME
assert.ifError VALUE
assert.fail VALUE VALUE NAME MARK
assert.throws BLOCK WANTED NAME
assert.doesNotThrow BLOCK WANTED NAME
"""

ARGUMENTS = r"""
PLACE 4 | 6 | 7 | 8 | 'x' | true | -2 | Infinity
INDEX 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 9 | -1 | 1.5 | NaN | undefined | null
WITHIN 0 | 1 | 2 | 5 | 9 | -1 | true | null
NUMBER 300 | 0.1 | -0.5 | 'text' | {}
ENCODING undefined | null | 'HEX' | 5
PATH '/' | '.' | '..' | 'a' | '/a/b' | 'a/' | '//a' | '../x/./y' | 'a.b.js' | '.a' | 'a/../..' | '' | ' '
PATH 'b.'
PATH 'é/ü.x' | '...' | 'a\nb' | '.js' | '/a/b/c/../d//'
URL 'http://u:p@h:1/a/b?c#d' | '//h/x' | '/p' | '?q' | '#f' | 'HTTP://É.com:/%zz' | 'mailto:a@b' | '' | '../x'
URL 'javascript:y' | 'x:y' | 'http://[::1]/' | '/a b"c'
PARTS {protocol: 'http', host: 'h:1', pathname: 'a'}
PARTS {protocol: 'x:', hostname: '::1', port: 80, slashes: true}
PARTS {protocol: 5, hash: 5} | {hostname: 'h', auth: 'u:p', port: [1]} | {host: 5, auth: 'a@b:c'}
PARTS {hostname: {}}
PARTS {pathname: '/a?b#c', search: '?a#b', hash: 'h'} | {pathname: true} | {search: []} | {hash: ['a']}
PARTS {auth: 5}
PARTS {pathname: '', query: {a: [1, 'b c']}} | {query: ['x'], host: 'é'}
PARTS {search: 'a', query: 's', port: '81'} | {}
FLAG true | false
MARK ';' | ':' | '==' | null | ''
NAME 'name' | '' | undefined
QUERY {a: 1, 'é': 'b&c'} | {a: ['x', null, true, {}]} | ['a', 'b'] | 'text' | null | {a: NaN, b: -0}
VALUE 0 | '0' | '' | null | undefined | NaN | true | [] | [1] | {0: 1} | {a: {b: [1]}} | {a: {b: ['1']}}
VALUE [[1, '2']]
VALUE new Date(0) | new Date(1) | /a/g | /a/ | new Buffer('a') | new Error('x') | Infinity | 1e21
VALUE {a: undefined}
VALUE (function () { return arguments; })(1) | [,] | new String('a') | function () {}
BLOCK function () {} | function () { throw new TypeError('t'); } | function () { throw 'text'; } | null | 5
BLOCK function () { throw {a: 1}; } | function () { throw undefined; }
WANTED Error | RangeError | /t/ | /^x/ | 'message' | undefined | function () { return true; }
WANTED function (error) { return error instanceof TypeError; }
"""

KINDS = {
    "TEXT": [quoted(text) for text in TEXTS],
    "ENCODING": [quoted(name) for name in ENCODINGS],
    "PLACE": [*map(str, NUMBERS)],
    "NUMBER": [*map(str, NUMBERS)],
    "READ": [f"read{kind}" for kind in READS],
    "WRITE": [f"write{kind}" for kind in READS],
}
for line in ARGUMENTS.split("\n")[1:-1]:
    kind, _, choices = line.partition(" ")
    KINDS.setdefault(kind, []).extend(choices.split(" | "))

MODULES = ("assert", "path", "punycode", "querystring", "url")
REQUIRES = "var " + ", ".join(f"{name} = require('{name}')" for name in MODULES) + ";"
TELL = (
    "text instanceof assert.AssertionError ? util.inspect([text.message, text.operator, text.actual]) : text"
)


def buffers(seed):
    """A program that calls methods of Buffers and their memory, and shows what they gave and did."""
    rng = random.Random(seed)
    calls = [_call(rng, BUFFERS) for _ in range(rng.randrange(1, 4))]
    return (
        f"var b = new Buffer({rng.choice(KINDS['TEXT'])} + 'bytes'), c = new Buffer('target'), told = [];"
        " var s = new (require('buffer').SlowBuffer)(7); s.fill(64, 0, 7);"
        + "".join(
            f" try {{ told.push({call}); }} catch (error) {{ told.push(String(error)); }}" for call in calls
        )
        + " return util.inspect(told.concat(b.toString('hex'), b.length, c.toString('hex'), s));"
    )


def texts(seed):
    """A program that calls a function of paths, URLs or queries."""
    rng = random.Random(seed)
    return f"{REQUIRES} return util.inspect({_call(rng, TEXTUAL)}, {{depth: 4}});"


def assertions(seed):
    """A program that asserts something, and tells of the error."""
    rng = random.Random(seed)
    return f"{REQUIRES} try {{ {_call(rng, ASSERTIONS)}; return 'ok'; }} catch (text) {{ return {TELL}; }}"


def _call(rng, table):
    callee, *kinds = rng.choice(table.split("\n")[1:-1]).split()
    given = kinds if rng.random() < 0.6 else kinds[: rng.randrange(len(kinds) + 1)]
    *above, name = callee.replace("~", " ").split(".")
    return f"{'.'.join([*above, _argument(rng, name)])}({', '.join(_argument(rng, kind) for kind in given)})"


def _argument(rng, kind):
    return rng.choice(KINDS[kind]) if kind in KINDS else kind
