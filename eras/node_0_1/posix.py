"""The module `posix`: the system's calls for files, each as a promise and, named `…Sync`, at once.

A promise's call is made in a thread, so that a slow disk never stops the loop, and calls that are under way
together are made in any order.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from nodecore.errors import NodeError, describe, error_code
from nodecore.loop import get_loop

from . import files
from .promise import Promise
from .stats import Stats

__all__ = [
    "Stat",
    "Stats",
    "cat",
    "catSync",
    "close",
    "closeSync",
    "mkdir",
    "mkdirSync",
    "open",
    "openSync",
    "read",
    "readSync",
    "readdir",
    "readdirSync",
    "rename",
    "renameSync",
    "rmdir",
    "rmdirSync",
    "sendfile",
    "sendfileSync",
    "stat",
    "statSync",
    "unlink",
    "unlinkSync",
    "write",
    "writeSync",
]

Stat = Stats
"""The document's other name for it."""


def _promised(call: Callable[..., files.Work]) -> Callable[..., Promise]:
    """`call`, with a promise of what it gives."""

    @_shaped_like(call, call.__name__)
    def promise_of(*args: Any, **options: Any) -> Promise:
        promise = Promise()

        def done(error: BaseException | None, value: Any) -> None:
            if error is not None:
                promise.emitError(_as_error(error, call.__name__))
            elif value is None:
                promise.emitSuccess()
            else:
                promise.emitSuccess(*(value if isinstance(value, tuple) else (value,)))

        get_loop().in_thread(call(*args, **options), done=done)
        return promise

    return promise_of


def _at_once(call: Callable[..., files.Work]) -> Callable[..., Any]:
    """`call`, returning what it gives, several values in a list."""

    @_shaped_like(call, f"{call.__name__}Sync")
    def value_of(*args: Any, **options: Any) -> Any:
        work = call(*args, **options)
        get_loop().catch_up()
        try:
            value = work()
        except OSError as error:
            raise _as_error(error, call.__name__) from None
        return list(value) if isinstance(value, tuple) else value

    return value_of


def _shaped_like(call: Callable[..., files.Work], name: str) -> Callable[[Any], Any]:
    """A decorator: under `name`, with the arguments and the documentation of `call`."""

    def decorate(function: Any) -> Any:
        functools.update_wrapper(function, call)
        function.__name__ = function.__qualname__ = name
        function.__module__ = __name__
        return function

    return decorate


def _as_error(error: BaseException, call: str) -> BaseException:
    """A failure of the system as an Error of this generation: its message is the system's sentence."""
    if isinstance(error, OSError):
        return NodeError(describe(error), error_code(error), error.errno, call)
    return error


rename, renameSync = _promised(files.rename), _at_once(files.rename)
stat, statSync = _promised(files.stat), _at_once(files.stat)
unlink, unlinkSync = _promised(files.unlink), _at_once(files.unlink)
rmdir, rmdirSync = _promised(files.rmdir), _at_once(files.rmdir)
mkdir, mkdirSync = _promised(files.mkdir), _at_once(files.mkdir)
readdir, readdirSync = _promised(files.readdir), _at_once(files.readdir)
close, closeSync = _promised(files.close), _at_once(files.close)
open, openSync = _promised(files.open), _at_once(files.open)
write, writeSync = _promised(files.write), _at_once(files.write)
read, readSync = _promised(files.read), _at_once(files.read)
cat, catSync = _promised(files.cat), _at_once(files.cat)
sendfile, sendfileSync = _promised(files.sendfile), _at_once(files.sendfile)
