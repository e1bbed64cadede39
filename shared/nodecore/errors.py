"""Errors that carry Node's fields, and how a system error becomes one.

An error's `code` is the symbolic name every generation uses (`ECONNREFUSED`); what stands in `errno` and
how the message reads changed over the years, so an era shapes those itself.
"""

from __future__ import annotations

import errno as errnos
import os
import socket

RESOLVER_CODES = {
    socket.EAI_NONAME: "ENOTFOUND",
    socket.EAI_AGAIN: "EAI_AGAIN",
    socket.EAI_FAIL: "ESERVFAIL",
    socket.EAI_FAMILY: "EAI_FAMILY",
    socket.EAI_MEMORY: "ENOMEM",
    socket.EAI_SERVICE: "ENOTFOUND",
    socket.EAI_SOCKTYPE: "ENOTFOUND",
    getattr(socket, "EAI_NODATA", -5): "ENOTFOUND",
    getattr(socket, "EAI_ADDRFAMILY", -9): "ENOTFOUND",
}
"""What the resolver's errors are called; none of them is an errno."""


class NodeError(Exception):
    """An Error of Node: `message`, and `code`, `errno` and `syscall` where there are any."""

    message: str
    code: str | None = None
    errno: str | int | None = None
    syscall: str | None = None

    def __init__(
        self,
        message: str = "",
        code: str | None = None,
        errno: str | int | None = None,
        syscall: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        # Only what is given becomes an instance attribute: those are the error's own properties.
        if code is not None:
            self.code = code
        if errno is not None:
            self.errno = errno
        if syscall is not None:
            self.syscall = syscall


class NodeTypeError(NodeError, TypeError):
    """A TypeError of Node."""


def error_code(error: int | str | OSError) -> str:
    """The symbolic name of an errno, an OSError or a resolver's error; a name is returned as it is."""
    if isinstance(error, str):
        return error
    if isinstance(error, socket.gaierror):
        return RESOLVER_CODES.get(error.errno or 0, "ENOTFOUND")
    if isinstance(error, TimeoutError) and error.errno is None:
        return "ETIMEDOUT"
    number = error if isinstance(error, int) else error.errno
    return errnos.errorcode.get(abs(number or 0), "UNKNOWN")


def error_number(error: int | str | OSError) -> int:
    """The errno that `error` is or names, 0 when there is none of that name."""
    if isinstance(error, int):
        return abs(error)
    if isinstance(error, str):
        return getattr(errnos, error, 0)
    return 0 if isinstance(error, socket.gaierror) else error.errno or 0


def describe(error: int | str | OSError) -> str:
    """The system's sentence for `error`."""
    number = error_number(error)
    return os.strerror(number) if number else error_code(error)
