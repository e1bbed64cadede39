"""`dns` of 0.10: addresses of names as the system finds them, and questions to the servers of the DNS.

What comes back is given to `callback(error, …)`; an error's `code` is one of the constants.
"""

from nodecore import dns_messages, network
from nodecore.dns_messages import name_text
from nodecore.errors import error_code
from nodecore.loop import get_loop
from nodecore.values import is_falsy, not_callable, number_of, text_of

from .errors import NodeError, NodeTypeError, system_error

NODATA = "ENODATA"
FORMERR = "EFORMERR"
SERVFAIL = "ESERVFAIL"
NOTFOUND = "ENOTFOUND"
NOTIMP = "ENOTIMP"
REFUSED = "EREFUSED"
BADQUERY = "EBADQUERY"
ADNAME = "EADNAME"
BADFAMILY = "EBADFAMILY"
BADRESP = "EBADRESP"
CONNREFUSED = "ECONNREFUSED"
TIMEOUT = "ETIMEOUT"
EOF = "EOF"
FILE = "EFILE"
NOMEM = "ENOMEM"
DESTRUCTION = "EDESTRUCTION"
BADSTR = "EBADSTR"
BADFLAGS = "EBADFLAGS"
NONAME = "ENONAME"
BADHINTS = "EBADHINTS"
NOTINITIALIZED = "ENOTINITIALIZED"
LOADIPHLPAPI = "ELOADIPHLPAPI"
ADDRGETNETWORKPARAMS = "EADDRGETNETWORKPARAMS"
CANCELLED = "ECANCELLED"

js_fixed = True

__all__ = [
    "lookup",
    "resolve4",
    "resolve6",
    "resolveCname",
    "resolveMx",
    "resolveNs",
    "resolveTxt",
    "resolveSrv",
    "resolveNaptr",
    "reverse",
    "resolve",
    *[name for name in globals() if name.isupper() and not name.startswith("_")],
]

_REPLY_CODES = {
    "NXDOMAIN": NOTFOUND,
    "NODATA": NODATA,
    "FORMERR": FORMERR,
    "SERVFAIL": SERVFAIL,
    "NOTIMP": NOTIMP,
    "REFUSED": REFUSED,
}
_SYSTEM_CODES = {"ETIMEDOUT": TIMEOUT}


# -- as the system does it ------------------------------------------------------------------------------


def lookup(domain, family=None, callback=None):
    """The first address of a name, given to `callback(error, address, family)`; family is 4, 6 or either."""
    if callback is None:
        family, callback = None, family
    family = 0 if is_falsy(family) else number_of(family)
    if family not in (0, 4, 6):
        raise NodeError("invalid argument: `family` must be 4 or 6")
    if is_falsy(domain):
        _check_function(callback)
        get_loop().next_tick(callback, None, None, 6 if family == 6 else 4)
        return {}
    domain = text_of(domain)
    version = network.ip_version(domain)
    if version:
        _check_function(callback)
        get_loop().next_tick(callback, None, domain, version)
        return {}
    _check_callback(callback)

    def done(error, found):
        if error is not None:
            callback(system_error(error, "getaddrinfo"))
        else:
            version, address = found[0]
            callback(None, address, version)

    network.current().lookup(domain, int(family), done)
    return {}


# -- questions ------------------------------------------------------------------------------------------


def resolve4(domain, callback=None):
    """The IPv4 addresses of a name."""
    return _ask(domain, "A", "queryA", callback)


def resolve6(domain, callback=None):
    """The IPv6 addresses of a name."""
    return _ask(domain, "AAAA", "queryAaaa", callback)


def resolveMx(domain, callback=None):
    """The mail exchanges of a name: `{exchange, priority}` of each."""
    return _ask(domain, "MX", "queryMx", callback)


def resolveTxt(domain, callback=None):
    """The texts of a name."""
    return _ask(domain, "TXT", "queryTxt", callback)


def resolveSrv(domain, callback=None):
    """The servers of a service: `{name, port, priority, weight}` of each."""
    return _ask(domain, "SRV", "querySrv", callback)


def resolveNs(domain, callback=None):
    """The name servers of a domain."""
    return _ask(domain, "NS", "queryNs", callback)


def resolveCname(domain, callback=None):
    """The names that a name is an alias of."""
    return _ask(domain, "CNAME", "queryCname", callback)


def resolveNaptr(domain, callback=None):
    """The naming authority pointers of a name."""
    return _ask(domain, "NAPTR", "queryNaptr", callback)


def reverse(ip, callback=None):
    """The names of an address."""
    try:
        name = dns_messages.reverse_name(ip)
    except dns_messages.DnsError:
        raise system_error(NOTIMP, "getHostByAddr") from None
    return _ask(name, "PTR", "getHostByAddr", callback)


_RESOLVERS = {
    "A": resolve4,
    "AAAA": resolve6,
    "MX": resolveMx,
    "TXT": resolveTxt,
    "SRV": resolveSrv,
    "PTR": reverse,
    "NS": resolveNs,
    "CNAME": resolveCname,
    "NAPTR": resolveNaptr,
}


def resolve(domain, rrtype=None, callback=None):
    """The records of a type (`A` unless another is given) of a name."""
    if callable(rrtype) and callback is None:
        rrtype, callback = "A", rrtype
    resolver = _RESOLVERS.get(rrtype) if isinstance(rrtype, str) else None
    if resolver is None:
        raise NodeError(f'Unknown type "{text_of(rrtype)}"')
    return resolver(domain, callback)


def _ask(domain, kind, syscall, callback):
    _check_callback(callback)
    try:
        question = dns_messages.question(text_of(domain) or ".", kind)
    except dns_messages.DnsError:
        callback(system_error("EBADNAME", syscall))  # at once, as no other failure
        return {}

    def replied(error, reply):
        try:
            if error is not None:
                code = error_code(error)
                raise system_error(_SYSTEM_CODES.get(code, code), syscall)
            values = _values(question, reply, syscall)
        except NodeError as failure:
            callback(failure)
        else:
            callback(None, values)

    network.current().query_dns(question, replied)
    return {}


def _check_function(callback):
    """For an answer that needs no question."""
    if not callable(callback):
        raise not_callable(callback)


def _check_callback(callback):
    if not callable(callback):
        raise NodeTypeError("Cannot set property 'immediately' of undefined")


# -- answers --------------------------------------------------------------------------------------------


def _values(question, reply, syscall):
    """What the records of the asked kind say, at the end of a chain of aliases."""
    try:
        found = dns_messages.chain_of(question, reply).answer
    except dns_messages.DnsError as error:
        raise system_error(_REPLY_CODES.get(error.status or error.code, BADRESP), syscall) from None
    return [value for record in found for value in _READERS[record.rdtype.name](record)]


def _service(record):
    return [
        {
            "name": name_text(record.target),
            "port": record.port,
            "priority": record.priority,
            "weight": record.weight,
        }
    ]


def _authority(record):
    return [
        {
            "flags": record.flags.decode("latin-1"),
            "service": record.service.decode("latin-1"),
            "regexp": record.regexp.decode("latin-1"),
            "replacement": name_text(record.replacement),
            "order": record.order,
            "preference": record.preference,
        }
    ]


_READERS = {
    "A": lambda record: [record.address],
    "AAAA": lambda record: [record.address],
    "MX": lambda record: [{"exchange": name_text(record.exchange), "priority": record.preference}],
    "TXT": lambda record: [text.decode("latin-1") for text in record.strings],
    "SRV": _service,
    "NS": lambda record: [name_text(record.target)],
    "CNAME": lambda record: [name_text(record.target)],
    "PTR": lambda record: [name_text(record.target)],
    "NAPTR": _authority,
}
