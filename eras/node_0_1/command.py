"""`sys.exec`: a shell command whose output comes in a promise."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from nodecore.loop import READ, get_loop

from .process_object import process
from .promise import Promise

READ_SIZE = 65536


def exec(command: str) -> Promise:
    """Run `command` in a shell; the promise gets `(stdout, stderr)`, on failure `(code, stdout, stderr)`."""
    promise = Promise()
    _Command(command, promise)
    return promise


class _Command:
    """A child under way: over when it has ended and nobody holds its output pipes open."""

    def __init__(self, command: str, promise: Promise) -> None:
        self.promise = promise
        self.pending = 3
        self.code = 0
        self.output: dict[str, str] = {}
        loop = get_loop()
        # A child that ends before its signal is watched for would never be noticed.
        loop.child(0)
        out, out_end = os.pipe()
        err, err_end = os.pipe()
        try:
            pid = _spawn(command, out_end, err_end)
        except BaseException:
            os.close(out)
            os.close(err)
            raise
        finally:
            os.close(out_end)
            os.close(err_end)
        self.child = loop.child(pid)
        loop.watch(self.child, self.ended)
        _Collector(out, lambda text: self.collected("stdout", text))
        _Collector(err, lambda text: self.collected("stderr", text))

    def ended(self) -> None:
        """The child ended; one that a signal killed gets the code a shell would give it."""
        code = os.waitstatus_to_exitcode(self.child.rstatus)
        self.code = code if code >= 0 else 128 - code
        self.child.stop()
        self.child.close()
        self.settle()

    def collected(self, name: str, text: str) -> None:
        self.output[name] = text
        self.settle()

    def settle(self) -> None:
        self.pending -= 1
        if self.pending:
            return
        stdout, stderr = self.output["stdout"], self.output["stderr"]
        if self.code == 0:
            self.promise.emitSuccess(stdout, stderr)
        else:
            self.promise.emitError(self.code, stdout, stderr)


class _Collector:
    """Reads a pipe to its end without blocking."""

    def __init__(self, fd: int, done: Callable[[str], None]) -> None:
        os.set_blocking(fd, False)
        self.fd = fd
        self.done = done
        self.parts: list[bytes] = []
        loop = get_loop()
        self.watcher = loop.io(fd, READ)
        loop.watch(self.watcher, self.readable)

    def readable(self) -> None:
        try:
            data = os.read(self.fd, READ_SIZE)
        except BlockingIOError:
            return
        if data:
            self.parts.append(data)
            return
        self.watcher.stop()
        self.watcher.close()
        os.close(self.fd)
        self.done(b"".join(self.parts).decode("utf-8", "replace"))


def _spawn(command: str, stdout: int, stderr: int) -> int:
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, stdout, 1),
        (os.POSIX_SPAWN_DUP2, stderr, 2),
    ]
    # Python ignores SIGPIPE, and a child would inherit that.
    return os.posix_spawn(
        "/bin/sh",
        ["/bin/sh", "-c", command],
        process.ENV,
        file_actions=actions,
        setsigdef=[signal.SIGPIPE],
    )
