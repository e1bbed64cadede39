"""Calls of `url` and `querystring` whose results on the real binary are checked in."""

import random

BASE = "http://a.com/b/c/d;p?q"

URLS = """
/status?name=ryan
http://www.google.com/index.html
http://user:pass@example.com:8080/p/a/t/h?query=string#hash
HTTP://USER:PW@EXAMPLE.com/
//some_path
///three
http://x.com/path?that's#all, folks
http://x.com:
http://x:1:2/
http://a@b@c/
http://a@b?@c
http://a:b@/x
http://[fe80::1]:8080/x
http://[::1]
http://[::1
http://x.y.com+a/b/c
http://ex*mple.com/x
http://a.b/\tbc\ndr\ref g"hq'j<kl>
http://-a-.com/
http://_jabber._tcp.google.com:80/test
http://google.com" onload="alert(42)/
http://example.com?foo=bar#frag=?baz=?quux
http://www.日本.com/é?ü#ß
http://ü.ö:80
http:///x
http:/x
http:x
http://
http
https:www.example.com/p
ftp://h/a;type=i
file:///etc/passwd
file://localhost/etc/node/
gopher://h/x
mailto:foo@bar.com?subject=hello
javascript:alert('hello');
javascript://x/y?z#q
xmpp:isaacschlueter@jabber.org
svn+ssh://foo/bar
dot://x/y
data:text/plain,a%20b
coap:u:p@::1:61616/w?n=T#r
  http://trim.me/
\u00a0http://trim.me\u3000
x
?
?a=1&a=2&b
#
#h?x
?q#h#i
/a/../b/./c
/a b{c}|d\\e^f`g
../up
.
foo://[x]y/z
http://a.com/%zz?%zz#%zz
http://%C3%A9.com/
http://a%b@c/
http://%zz@c/
http://h\\x/y
http://h;x/y
http://h|x/y
http://a.b.c.d.e.f.g:0080/x
http://..a../b
mailto:
tel:+1-816-555-1212
urn:isbn:0451450523
user:password@host/path
""".strip("\n").split("\n")
URLS += ["", "http://" + "x" * 64 + ".com/", "http://" + "y." * 130 + "com/", "/a\r\nHost: b"]

RELATIVES = """
g:h
g
./g
g/
/g
//g
?y
g?y
#s
g#s
g?y#s
;x
g;x
.
./
..
../
../g
../..
../../
../../g
../../../g
/./g
/../g
g.
.g
./../g
./g/.
g/./h
g/../h
g;x=1/./y
g?y/./x
http:g
http:/g
http://g
https:g
mailto:x@y
javascript:x
file:///x
//u:p@h:1/p?q#f
#
?
x:y:z
""".strip("\n").split("\n")

BASES = ("/one/two/three", "http://u:p@a.com:81/?x#y", "mailto:a@b.c", "file:///a/b", "one", "x://h/p")

QUERIES = """
foo=918854443121279438895193
foo=bar&foo=baz&foo=quux&bla
blah=burp+and+more
a=!-._~'()*
my%20weird+field=q1!2%22'w%245%267%2Fz8)%3F
&&a=&=b&=&==x&a==b
%zz=%ff&%c3%a9=é
a=%E4%BD%A0%E5
%4
%4=é
a%%41
hasOwnProperty=1&__proto__=2&toString=3
a=b=c=d
a+b=c+d%2B
=
&
a
a&b&a
%00=%01
1=a&0=b
""".strip("\n").split("\n")

STRINGIFIED = (
    {"a": [1, "b", True, None, {}, 1.5], "b": None, "d": False, "k é": "v&", "n": -0.00001, "l": 1e21},
    {"e": [], "x": []},
    {"!'()*-._~ ": '"<>^`{|}%/?:#[]@$,;+=&'},
    {},
    None,
    "text",
)

FORMATTED = (
    {"protocol": "http", "host": "x.com", "pathname": "a?b#c", "search": "q#", "hash": "h"},
    {"auth": "a:b:c@", "host": "x:1", "hostname": "y", "port": 5},
    {"hostname": "::1", "port": 5, "protocol": "http:"},
    {"protocol": "mailto", "pathname": "x"},
    {"protocol": "dot", "slashes": True, "pathname": "x"},
    {"pathname": "/x", "query": {"a": [1, 2], "b": "c d"}},
    {"search": "?s", "query": {"a": 1}},
    {},
    "http://x.com",
)

CALLS = [
    *(["url", "parse", [url, *more]] for url in URLS for more in ([], [True], [False, True])),
    *(["url", "format", [url]] for url in FORMATTED),
    *(["url", "resolve", [base, relative]] for base in (BASE, *BASES) for relative in RELATIVES),
    *(["url", "resolveObject", [BASE, relative]] for relative in RELATIVES),
    *(["url", "parse", [wrong]] for wrong in ({}, 5, True, [])),
    *(["querystring", "parse", [query]] for query in QUERIES),
    *(["querystring", "parse", ["a:1;b:2;a:3", ";", ":", {"maxKeys": most}]] for most in (0, 1, 2, -1)),
    *(
        ["querystring", "stringify", [value, *more]]
        for value in STRINGIFIED
        for more in ([], [";", ":", "n"])
    ),
    *(
        ["querystring", name, [query]]
        for query in QUERIES
        for name in ("unescape", "unescapeBuffer", "escape")
    ),
    *(["querystring", name, ["a+b%20c", True]] for name in ("unescape", "unescapeBuffer")),
]


def random_call(rng):
    """Some call that is not in the table."""
    kind = rng.randrange(8)
    if kind < 4:
        return ["url", "parse", [_url(rng), rng.random() < 0.5, rng.random() < 0.5]]
    if kind < 6:
        return ["url", rng.choice(("resolve", "resolveObject")), [_url(rng) or "/", _relative(rng)]]
    return ["querystring", rng.choice(("parse", "unescape", "unescapeBuffer")), [_query(rng)]]


def _join(rng, most, *parts):
    return "".join(rng.choice(parts) for _ in range(rng.randrange(most)))


def _path(rng):
    return _join(rng, 7, *"//ab.é {\\&@:;?#'", "..", "%20", "x=1", "//", "%zz")


def _url(rng):
    protocol = rng.choice(
        ("http:", "HTTP:", "https:", "file:", "mailto:", "javascript:", "x:", "svn+ssh:", "")
    )
    auth = rng.choice(("", "", "u@", "u:p@", "a@b@", "%40:x@", "@"))
    host = rng.choice(
        ("h", "Ex.Com", "é.com", "[::1]", "[a", "a_b", "*.x", "x..y", "a%b", "a b", "a'b", ".", "")
    )
    port = rng.choice(("", "", ":80", ":", ":abc", ":0"))
    return protocol + rng.choice(("//", "//", "", "/", "///")) + auth + host + port + _path(rng)


def _relative(rng):
    return rng.choice((_path(rng), _url(rng), "../" + _path(rng), "?q", "#f", "//h2/p", "http:g"))


def _query(rng):
    return _join(rng, 15, *"ab==&&+é%c41", "%20", "%zz", "%c3%a9", "%ff", "__proto__")


def random_calls(count, seed):
    """`count` calls, the same for the same `seed`."""
    rng = random.Random(seed)
    return [random_call(rng) for _ in range(count)]
