"""The name server of an example's world."""

from __future__ import annotations

import ipaddress
from typing import Any

from nodecore.extras import need

TTL = 300


def reply(message: bytes, hosts: dict[str, str]) -> bytes:
    """What is answered to a DNS message where there are no other `hosts`: their addresses and names."""
    query = _library("message").from_wire(message)
    answer = _library("message").make_response(query)
    asked = query.question[0]
    name, kind = asked.name.to_text().lower(), _library("rdatatype").to_text(asked.rdtype)
    records = _records(hosts)
    if (name, kind) in records:
        record = _library("rrset").from_text(asked.name, TTL, "IN", kind, records[name, kind])
        answer.answer.append(record)
    elif not any(known == name for known, _ in records):
        answer.set_rcode(_library("rcode").NXDOMAIN)
    return answer.to_wire()


def _records(hosts: dict[str, str]) -> dict[tuple[str, str], str]:
    """Values by name and type."""
    records = {}
    for host, address in hosts.items():
        records[f"{host}.".lower(), "A"] = address
        records[f"{ipaddress.ip_address(address).reverse_pointer}.", "PTR"] = f"{host}."
    return records


def _library(part: str) -> Any:
    return need(f"dns.{part}", "dns", "the name server of an example")
