"""`dns` of 0.10: addresses of names as the system finds them, and questions to the servers of the DNS.

What comes back is given to `callback(error, …)`; an error's `code` is one of the constants.
"""

from nodecore import dns_messages, network
from nodecore.errors import error_code
from nodecore.extras import need
from nodecore.loop import get_loop

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

__all__ = [
    *[name for name in globals() if name.isupper() and not name.startswith("_")],
    "lookup",
    "resolve",
    "resolve4",
    "resolve6",
    "resolveCname",
    "resolveMx",
    "resolveNaptr",
    "resolveNs",
    "resolveSrv",
    "resolveTxt",
    "reverse",
]

_REPLY_CODES = {
    "NXDOMAIN": NOTFOUND,
    "FORMERR": FORMERR,
    "SERVFAIL": SERVFAIL,
    "NOTIMP": NOTIMP,
    "REFUSED": REFUSED,
}
_SYSTEM_CODES = {"ETIMEDOUT": TIMEOUT}


# -- as the system does it ------------------------------------------------------------------------------


def lookup(domain, family=None, callback=None):
    """The first address of a name, given to `callback(error, address, family)`; family is 4, 6 or either."""
    if callable(family) and callback is None:
        family, callback = None, family
    if family and family not in (4, 6):
        raise NodeError("invalid argument: `family` must be 4 or 6")
    _check_callback(callback)
    if not domain:
        get_loop().next_tick(callback, None, None, 6 if family == 6 else 4)
        return {}
    domain = str(domain)
    version = network.ip_version(domain)
    if version:
        get_loop().next_tick(callback, None, domain, version)
        return {}

    def done(error, found):
        if error is not None:
            callback(system_error(error, "getaddrinfo"))
        else:
            version, address = found[0]
            callback(None, address, version)

    network.current().lookup(domain, int(family or 0), done)
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
        raise NodeError(f'Unknown type "{rrtype}"')
    return resolver(domain, callback)


def _ask(domain, kind, syscall, callback):
    _check_callback(callback)
    try:
        question = dns_messages.question(str(domain), kind)
    except dns_messages.DnsError:
        raise system_error("EBADNAME", syscall) from None

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


def _check_callback(callback):
    if not callable(callback):
        raise NodeTypeError("Cannot set property 'immediately' of undefined")


# -- answers --------------------------------------------------------------------------------------------


def _values(question, reply, syscall):
    """What the records of the asked kind say, at the end of a chain of aliases."""
    message = need("dns.message", "dns", "dns")
    exceptions = need("dns.exception", "dns", "dns")
    try:
        parsed = message.from_wire(reply)
        status = parsed.rcode().name
        if status != "NOERROR":
            raise system_error(_REPLY_CODES.get(status, BADRESP), syscall)
        if not message.from_wire(question).is_response(parsed):
            raise system_error(BADRESP, syscall)
        found = parsed.resolve_chaining().answer
    except (exceptions.DNSException, ValueError, IndexError):
        raise system_error(BADRESP, syscall) from None
    if found is None:
        raise system_error(NODATA, syscall)
    return [value for record in found for value in _READERS[record.rdtype.name](record)]


def _service(record):
    return [
        {
            "name": _name(record.target),
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
            "replacement": _name(record.replacement),
            "order": record.order,
            "preference": record.preference,
        }
    ]


def _name(name):
    return name.to_text(omit_final_dot=True)


_READERS = {
    "A": lambda record: [record.address],
    "AAAA": lambda record: [record.address],
    "MX": lambda record: [{"exchange": _name(record.exchange), "priority": record.preference}],
    "TXT": lambda record: [text.decode("latin-1") for text in record.strings],
    "SRV": _service,
    "NS": lambda record: [_name(record.target)],
    "CNAME": lambda record: [_name(record.target)],
    "PTR": lambda record: [_name(record.target)],
    "NAPTR": _authority,
}
