"""What sockets and servers are given, and addresses as they are shown."""

import os

from nodecore.network import ip_version
from nodecore.values import int32_of, is_falsy, number_of, text_of

LONGEST_PATH = 107
"""Bytes of the path of a socket."""


def connect_arguments(args, more):
    """`(options, listener)` from what `connect` was given."""
    listener = args[-1] if args and callable(args[-1]) else None
    first, second = (*args, None, None)[:2]
    if isinstance(first, dict):
        options = first
    elif is_path(first):
        options = {"path": first}
    else:
        options = {"port": None if callable(first) else first}
        if isinstance(second, str):
            options["host"] = second
    return {**options, **more}, listener


def connect_target(options):
    """`(path, port, host)` of `connect`: either a path, or the two others."""
    path = options.get("path")
    if not is_falsy(path):
        return socket_path(text_of(path)), None, None
    host = options.get("host")
    return None, port_number(options.get("port")), "127.0.0.1" if is_falsy(host) else text_of(host)


def local_address(options):
    """The `localAddress` to connect from; None when what was given is no address."""
    address = text_of(options.get("localAddress"))
    return address if ip_version(address) else None


def is_path(value):
    """Whether a first argument is the path of a socket: text that is no number."""
    return isinstance(value, str) and not number_of(value) >= 0


def socket_path(path):
    """As much of `path` as the system has room for; the rest was never missed."""
    return os.fsdecode(os.fsencode(path)[:LONGEST_PATH])


def port_number(port):
    """`port` as the system takes it: 16 bits of a whole number, 0 for what is none. Nothing is refused."""
    return int32_of(port) & 0xFFFF


def as_address(address):
    """A core address as 0.10 shows it; None when there is none."""
    if address is None or isinstance(address, str):
        return address
    return {"address": address.address, "family": address.family, "port": address.port}
