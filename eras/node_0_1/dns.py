"""The module `dns`: questions to the servers of the domain name system."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodecore import dns_messages, network
from nodecore.dns_messages import DnsError
from nodecore.loop import get_loop

from .promise import Promise

__all__ = [
    "BADQUERY",
    "NODATA",
    "NOMEM",
    "NXDOMAIN",
    "PROTOCOL",
    "TEMPFAIL",
    "resolve4",
    "resolve6",
    "reverse",
]

TEMPFAIL = -1
PROTOCOL = -2
NXDOMAIN = -3
NODATA = -4
NOMEM = -5
BADQUERY = -6

_CODES = {
    name: globals()[name] for name in ("TEMPFAIL", "PROTOCOL", "NXDOMAIN", "NODATA", "NOMEM", "BADQUERY")
}


def resolve4(domain: str) -> Promise:
    """Resolve a domain; the promise gets `(addresses, ttl, cname)`, on failure `(code, msg)`."""
    return _ask(lambda: dns_messages.question(domain, "A"))


def resolve6(domain: str) -> Promise:
    """As `resolve4`, for IPv6 addresses."""
    return _ask(lambda: dns_messages.question(domain, "AAAA"))


def reverse(ip: str) -> Promise:
    """Find the names of an address; the promise gets `(domains, ttl, cname)`, on failure `(code, msg)`."""
    return _ask(lambda: dns_messages.question(dns_messages.reverse_name(ip), "PTR"))


def _ask(make_question: Callable[[], bytes]) -> Promise:
    promise = Promise()
    try:
        question = make_question()
    except DnsError as error:
        # The listeners of the promise are yet to be added.
        get_loop().call_soon(_fail, promise, error)
        return promise

    def replied(error: BaseException | None, reply: bytes | None) -> None:
        if error is not None or reply is None:
            _fail(promise, error)
            return
        try:
            answer = dns_messages.answer(question, reply)
        except (DnsError, MemoryError) as failure:
            _fail(promise, failure)
        else:
            promise.emitSuccess(answer.values, answer.ttl, answer.canonical_name)

    network.current().query_dns(question, replied)
    return promise


def _fail(promise: Promise, error: Any) -> None:
    if isinstance(error, DnsError):
        promise.emitError(_CODES[error.code or ""], error.message)
    elif isinstance(error, MemoryError):
        promise.emitError(NOMEM, "out of memory")
    else:
        promise.emitError(TEMPFAIL, f"the name could not be resolved for now: {error}")
