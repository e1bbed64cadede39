"""`url` of 0.10: URLs to their parts and back, with that time's leniency towards what people type."""

import re

from nodecore.errors import NodeTypeError
from nodecore.omitted import OMITTED
from nodecore.values import is_falsy, lacks, text_of

from . import querystring
from .errors import URIError
from .url_resolve import resolve_into

__all__ = ["Url", "format", "parse", "resolve", "resolveObject"]

FIELDS = ("protocol", "slashes", "auth", "host", "port", "hostname")
FIELDS += ("hash", "search", "query", "pathname", "path", "href")

HOSTLESS = frozenset(("javascript", "javascript:"))
SLASHED = frozenset(
    name + colon for name in ("http", "https", "ftp", "gopher", "file") for colon in ("", ":")
)
LONGEST_HOSTNAME = 255

_PROTOCOL = re.compile(r"[a-z0-9.+-]+:", re.IGNORECASE)
_HOST_WITHOUT_PROTOCOL = re.compile(r"//[^@/]+@[^@/]+")
_HOST_ENDS = re.compile("[/?#]")
_NOT_IN_HOST = re.compile("[%/?;#'{}|\\\\^`<>\" \r\n\t]")
_PORT = re.compile(":([0-9]*)$")
_LABEL_START = re.compile("[a-z0-9A-Z_-]{0,63}")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_AUTO_ESCAPED = re.compile("['`<>\" \r\n\t]")
# What String.prototype.trim removes.
_SPACE = "\t\n\v\f\r \xa0\u1680\u180e\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class Url:
    """The parts of a URL; those it does not have are None."""

    protocol = slashes = auth = host = port = hostname = hash = search = query = pathname = path = href = None
    js_null = FIELDS
    js_open = True  # programs add to it whatever a request takes besides a URL
    js_live = ("query",)

    def __init__(self):
        for field in FIELDS:
            setattr(self, field, None)

    def parse(self, url, parseQueryString=False, slashesDenoteHost=False):
        """Take `url` apart into the fields of this object."""
        if not isinstance(url, str):
            raise NodeTypeError(f"Parameter 'url' must be a string, not {_type_of(url)}")
        rest = self._parse_host(url.strip(_SPACE), slashesDenoteHost)
        if (self.protocol or "") != "javascript:":
            rest = _AUTO_ESCAPED.sub(lambda found: f"%{ord(found.group()):02X}", rest)
        rest, mark, fragment = rest.partition("#")
        if mark:
            self.hash = "#" + fragment
        pathname, mark, query = rest.partition("?")
        if mark:
            self.search = "?" + query
            self.query = querystring.parse(query) if parseQueryString else query
        elif parseQueryString:
            self.search = ""
            self.query = {}
        if pathname:
            self.pathname = pathname
        elif self.protocol in SLASHED and self.hostname:
            self.pathname = "/"
        if self.pathname or self.search:
            self.path = (self.pathname or "") + (self.search or "")
        self.href = self.format()
        return self

    def _parse_host(self, rest, slashes_denote_host):
        """Take protocol, auth and host from the front; what is left is returned."""
        found = _PROTOCOL.match(rest)
        # As written: in upper case not even http is known to have a host.
        protocol = found.group() if found else None
        if protocol:
            self.protocol = protocol.lower()
            rest = rest[found.end() :]
        may_have_slashes = slashes_denote_host or protocol or _HOST_WITHOUT_PROTOCOL.match(rest)
        if may_have_slashes and rest.startswith("//") and protocol not in HOSTLESS:
            rest = rest[2:]
            self.slashes = True
        if protocol in HOSTLESS or not (self.slashes or (protocol and protocol not in SLASHED)):
            return rest
        end = _HOST_ENDS.search(rest)
        # The last @ counts: up to it, everything but / ? # is part of the auth.
        at = rest.rfind("@", 0, end.start() + 1 if end else len(rest))
        if at >= 0:
            self.auth = querystring.decode_component(rest[:at])
            if self.auth is None:
                raise URIError("URI malformed")
            rest = rest[at + 1 :]
        end = _NOT_IN_HOST.search(rest)
        host, rest = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
        self.parseHost(host)
        return self._check_hostname(rest)

    def parseHost(self, host=None):
        """Split a host into hostname and port."""
        host = self.host or "" if host is None else host
        found = _PORT.search(host)
        if found:
            self.port = found.group(1) or None
            host = host[: found.start()]
        if host:
            self.hostname = host

    def _check_hostname(self, rest):
        """Keep what can be a host's name; what cannot is put before `rest`, as a path."""
        hostname = self.hostname or ""
        in_brackets = hostname.startswith("[") and hostname.endswith("]")
        if not in_brackets:
            hostname, surplus = _valid_hostname(hostname)
            rest = surplus + rest
        hostname = "" if len(hostname) > LONGEST_HOSTNAME else hostname.lower()
        if not in_brackets:
            hostname = to_ascii(hostname)
        self.host = hostname + (f":{self.port}" if self.port else "")
        self.hostname = hostname
        if in_brackets:
            self.hostname = hostname[1:-1]
            if not rest.startswith("/"):
                rest = "/" + rest
        return rest

    def format(self):
        """The text of these parts."""
        return format(self)

    def resolve(self, relative):
        """The text of the URL that `relative` means on a page at this one."""
        return self.resolveObject(parse(relative, False, True)).format()

    def resolveObject(self, relative):
        """The URL that `relative`, text or a Url, means on a page at this one."""
        if isinstance(relative, str):
            relative = parse(relative, False, True)
        result = copy(self)
        result.hash = relative.hash
        if relative.href != "":
            resolve_into(result, copy(relative), SLASHED, HOSTLESS)
        result.href = result.format()
        return result


def parse(url=OMITTED, parseQueryString=False, slashesDenoteHost=False):
    """The parts of `url`; with `parseQueryString` its query as a dict."""
    if isinstance(url, Url):
        return url
    return Url().parse(url, parseQueryString, slashesDenoteHost)


def format(url):
    """The text of a URL's parts: a Url, a dict with some of its fields, or text."""
    if isinstance(url, str):
        url = parse(url)
    get = url.get if isinstance(url, dict) else lambda field: getattr(url, field, None)
    host = _format_host(get)
    protocol = _text(get("protocol"), "substr")
    if protocol and not protocol.endswith(":"):
        protocol += ":"
    pathname = get("pathname")
    if get("slashes") or ((not protocol or protocol in SLASHED) and host is not None):
        host = "//" + (host or "")
        pathname = _begin(pathname, "/")
    query = get("query")
    search = get("search")
    if is_falsy(search) and query and (hasattr(query, "items") or isinstance(query, (list, tuple))):
        text = querystring.stringify(query)
        search = "?" + text if text else ""
    fragment = _begin(get("hash"), "#")
    search = _begin(search, "?").replace("#", "%23", 1)
    pathname = _text(pathname, "replace").replace("?", "%3F").replace("#", "%23")
    return protocol + (host or "") + pathname + search + fragment


def resolve(source=OMITTED, relative=OMITTED):
    """The URL that the text `relative` means on a page at `source`."""
    return parse(source, False, True).resolve(relative)


def resolveObject(source, relative):
    """As `resolve`, with a Url as the answer."""
    if not source:
        return relative
    return parse(source, False, True).resolveObject(relative)


def copy(url):
    """Another Url with the same fields."""
    other = Url()
    for field in FIELDS:
        setattr(other, field, getattr(url, field, None))
    return other


def to_ascii(hostname):
    """The name as DNS has it: a label with other letters than ASCII's becomes punycode."""
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode()
        for label in hostname.split(".")
    )


def _format_host(get):
    auth = get("auth")
    auth = "" if is_falsy(auth) else querystring.escape(auth).replace("%3A", ":", 1) + "@"
    if get("host"):
        return auth + text_of(get("host"))
    hostname = _text(get("hostname"), "indexOf")
    if not hostname:
        return None
    port = get("port")
    return auth + (f"[{hostname}]" if ":" in hostname else hostname) + (f":{text_of(port)}" if port else "")


def _begin(text, mark):
    text = _text(text, "charAt")
    return mark + text if text and not text.startswith(mark) else text


def _text(part, method):
    """A part of which a text's `method` is to be called; one that is missing is empty."""
    if is_falsy(part):
        return ""
    if not isinstance(part, str):
        raise lacks(part, method)
    return part


def _valid_hostname(hostname):
    """The part of `hostname` that may be one, and the surplus as the beginning of a path."""
    labels = hostname.split(".")
    for index, label in enumerate(labels):
        # Letters beyond ASCII are fine here: they become punycode.
        plain = _NOT_ASCII.sub("x", label)
        if label and not (_LABEL_START.fullmatch(label) or _LABEL_START.fullmatch(plain)):
            valid = _LABEL_START.match(label).group()
            surplus = [label[len(valid) :], *labels[index + 1 :]]
            return ".".join([*labels[:index], valid]), "/" + ".".join(surplus)
    return hostname, ""


def _type_of(value):
    """What JavaScript's typeof says."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    if value is OMITTED:
        return "undefined"
    return "function" if callable(value) else "object"
