"""DNS questions and answers as bytes: what is asked and what a reply says. Does no I/O.

What holds here:

- An answer is what is found at the end of the chain of aliases that starts at the name asked for.
- An answer holds no longer than the shortest-lived record of that chain.
- Whatever is no answer to the question raises `DnsError`, which says which of six things went wrong.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any

from .errors import NodeError
from .extras import need

BADQUERY = "BADQUERY"
NODATA = "NODATA"
NOMEM = "NOMEM"
NXDOMAIN = "NXDOMAIN"
PROTOCOL = "PROTOCOL"
TEMPFAIL = "TEMPFAIL"


class DnsError(NodeError):
    """Why a question has no answer: `code` is one of this module's six names, `status` the server's word."""

    status: str | None = None


@dataclass(frozen=True)
class Answer:
    """The values found, for how many seconds they hold, and the name they belong to in the end."""

    values: list[str]
    ttl: int
    canonical_name: str


def question(name: str, kind: str) -> bytes:
    """A message that asks for the records of `kind` (`A`, `AAAA`, `PTR`) of a domain name."""
    dns = _library()
    if not isinstance(name, str) or not name:
        raise DnsError("a domain name is a string of at least one letter", BADQUERY)
    try:
        return dns.message.make_query(name, kind).to_wire()
    except dns.exception.DNSException as error:
        raise DnsError(f"{name[:80]!r} is no domain name: {error}", BADQUERY) from None


def reverse_name(address: str) -> str:
    """The domain name under which the name of an address is found."""
    try:
        return ipaddress.ip_address(str(address)).reverse_pointer
    except ValueError:
        raise DnsError(f"{str(address)[:80]!r} is no IP address", BADQUERY) from None


def answer(query: bytes, reply: bytes) -> Answer:
    """What `reply` answers to `query`; raises `DnsError` for anything but records of the asked kind."""
    chain = chain_of(query, reply)
    values = [_value(record) for record in chain.answer]
    return Answer(values, chain.minimum_ttl, name_text(chain.canonical_name))


def chain_of(query: bytes, reply: bytes) -> Any:
    """The chain of aliases in `reply`: the records found at its end are its `answer`. Raises `DnsError`."""
    dns = _library()
    try:
        asked = dns.message.from_wire(query)
        message = dns.message.from_wire(reply)
        _check_status(message.rcode().name)
        if not asked.is_response(message):
            raise DnsError("the server answered another question", PROTOCOL)
        chain = message.resolve_chaining()
    except dns.message.AnswerForNXDOMAIN:
        raise DnsError("the server both denied and answered", PROTOCOL) from None
    except (dns.exception.DNSException, ValueError, IndexError) as error:
        raise DnsError(f"the server's reply makes no sense: {error}", PROTOCOL) from None
    if message.rcode() == dns.rcode.NXDOMAIN:
        raise DnsError("the domain does not exist", NXDOMAIN)
    if chain.answer is None:
        raise DnsError("the domain exists, but has no data of the requested type", NODATA)
    return chain


def _check_status(status: str) -> None:
    if status in ("NOERROR", "NXDOMAIN"):
        return
    if status in ("SERVFAIL", "REFUSED", "NOTIMP"):
        error = DnsError(f"the server failed to answer: {status}", TEMPFAIL)
    else:
        error = DnsError(f"the server did not understand: {status}", PROTOCOL)
    error.status = status
    raise error


def _value(record: Any) -> str:
    return record.address if hasattr(record, "address") else name_text(record.target)


def name_text(name: Any) -> str:
    """A domain name without the dot at its end."""
    return name.to_text(omit_final_dot=True)


def _library() -> Any:
    need("dns.message", "dns", "dns")
    return need("dns", "dns", "dns")
