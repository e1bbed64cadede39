"""`sys.exec`: a shell command whose output comes in a promise."""

from __future__ import annotations

from .process_object import process
from .promise import Promise


def exec(command: str) -> Promise:
    """Run `command` in a shell; the promise gets `(stdout, stderr)`, on failure `(code, stdout, stderr)`."""
    promise = Promise()
    child = process.createChildProcess("/bin/sh", ["-c", command])
    child.close()
    stdout = _collect(child, "output")
    stderr = _collect(child, "error")

    def ended(code: int) -> None:
        texts = "".join(stdout), "".join(stderr)
        if code == 0:
            promise.emitSuccess(*texts)
        else:
            promise.emitError(code, *texts)

    child.addListener("exit", ended)
    return promise


def _collect(child: process.ChildProcess, event: str) -> list[str]:
    pieces: list[str] = []
    child.addListener(event, lambda text: pieces.append(text or ""))
    return pieces
