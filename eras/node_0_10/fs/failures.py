"""How a failed system call of `fs` becomes an Error: with a path, and with the numbers that 0.10 gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodecore.errors import describe, error_code

from ..errors import NodeError

# fmt: off
_CODES = (
    "OK", "EOF", "EADDRINFO", "EACCES", "EAGAIN", "EADDRINUSE", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EALREADY",
    "EBADF", "EBUSY", "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EDESTADDRREQ", "EFAULT", "EHOSTUNREACH",
    "EINTR", "EINVAL", "EISCONN", "EMFILE", "EMSGSIZE", "ENETDOWN", "ENETUNREACH", "ENFILE", "ENOBUFS",
    "ENOMEM", "ENOTDIR", "EISDIR", "ENONET", None, "ENOTCONN", "ENOTSOCK", "ENOTSUP", "ENOENT", "ENOSYS",
    "EPIPE", "EPROTO", "EPROTONOSUPPORT", "EPROTOTYPE", "ETIMEDOUT", "ECHARSET", "EAIFAMNOSUPPORT", None,
    "EAISERVICE", "EAISOCKTYPE", "ESHUTDOWN", "EEXIST", "ESRCH", "ENAMETOOLONG", "EPERM", "ELOOP", "EXDEV",
    "ENOTEMPTY", "ENOSPC", "EIO", "EROFS", "ENODEV", "ESPIPE", "ECANCELED",
)
# fmt: on
_NUMBERS = {code: number for number, code in enumerate(_CODES) if code}

_SENTENCES = {
    "EACCES": "permission denied",
    "EBADF": "bad file descriptor",
    "EBUSY": "resource busy or locked",
    "EEXIST": "file already exists",
    "EINVAL": "invalid argument",
    "EIO": "i/o error",
    "EISDIR": "illegal operation on a directory",
    "ELOOP": "too many symbolic links encountered",
    "EMFILE": "too many open files",
    "ENAMETOOLONG": "name too long",
    "ENFILE": "file table overflow",
    "ENODEV": "no such device",
    "ENOENT": "no such file or directory",
    "ENOMEM": "not enough memory",
    "ENOSPC": "no space left on device",
    "ENOSYS": "function not implemented",
    "ENOTDIR": "not a directory",
    "ENOTEMPTY": "directory not empty",
    "EPERM": "operation not permitted",
    "EPIPE": "broken pipe",
    "EROFS": "read-only file system",
    "ESPIPE": "invalid seek",
    "EXDEV": "cross-device link not permitted",
    "UNKNOWN": "unknown error",
}


class Failure(Exception):
    """A system call failed: which one, why, and on which path if it was given one."""

    def __init__(
        self, error: OSError, syscall: str, path: str | None, path_at_once: str | None = None
    ) -> None:
        super().__init__(syscall)
        self.error = error
        self.syscall = syscall
        self.path = path
        self.path_at_once = path if path_at_once is None else path_at_once


class PathError(NodeError):
    """A path that the system would not see the whole of."""


def attempt(syscall: str, path: str | None, function: Callable[..., Any], *args: Any) -> Any:
    """`function(*args)`; an error of the system is told as that of `syscall`."""
    try:
        return function(*args)
    except OSError as error:
        raise Failure(error, syscall, path) from None


def told_later(failure: Failure) -> NodeError:
    """The error that a callback gets: its message names the call."""
    code = _code_of(failure)
    return _with_path(f"{code}, {failure.syscall}", code, failure.path)


def told_at_once(failure: Failure) -> NodeError:
    """The error that a call named `…Sync` raises: its message is a sentence."""
    code = _code_of(failure)
    sentence = _SENTENCES.get(code) or describe(failure.error)
    error = _with_path(f"{code}, {sentence}", code, failure.path_at_once)
    error.syscall = failure.syscall
    return error


def _code_of(failure: Failure) -> str:
    """The name of an error; those that 0.10 had none for are one."""
    code = error_code(failure.error)
    return code if code in _NUMBERS else "UNKNOWN"


def _with_path(message: str, code: str, path: str | None) -> NodeError:
    error = NodeError(message if path is None else f"{message} '{path}'")
    error.errno = _NUMBERS.get(code, -1)
    error.code = code
    if path is not None:
        error.path = path  # type: ignore[attr-defined]
    return error
