"""The ends of a connection by name, and system errors as they are told."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any, NamedTuple

from ..errors import NodeError, error_code


class Address(NamedTuple):
    """One end of a TCP connection; `family` is "IPv4" or "IPv6"."""

    address: str
    port: int
    family: str


def named(get: Callable[[], Any], family: int) -> Address | str | None:
    """What `get` (`getsockname` or `getpeername`) tells; None when the socket is not connected."""
    try:
        name = get()
    except OSError:
        return None
    if family == socket.AF_UNIX:
        return os.fsdecode(name)
    return Address(name[0], name[1], "IPv6" if family == socket.AF_INET6 else "IPv4")


def system_error(error: int | OSError, syscall: str) -> NodeError:
    """The error of a failed `syscall`."""
    code = error_code(error)
    return NodeError(f"{syscall} {code}", code=code, errno=code, syscall=syscall)


def lookup_error(error: BaseException | None) -> NodeError:
    """The error of a name that could not be resolved."""
    if not isinstance(error, OSError):
        error = socket.gaierror(socket.EAI_NONAME, "")
    return system_error(error, "getaddrinfo")
