"""Starting another program: its descriptors by number, its environment, folder, user and session; signals."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gevent.monkey import get_original

from .loop import get_loop

_Popen: type[subprocess.Popen] = get_original("subprocess", "Popen")
_SHELL = "/bin/sh"


class NotStarted(Exception):
    """There is no program: `error` tells why, `pid` is of the process that should have become it."""

    def __init__(self, error: OSError, pid: int | None) -> None:
        super().__init__(str(error))
        self.error = error
        self.pid = pid


def start(
    argv: Sequence[str],
    descriptors: Sequence[int | None],
    *,
    env: Mapping[str, str] | None = None,
    cwd: str | None = None,
    keep: Sequence[int] = (),
    detached: bool = False,
    uid: int | None = None,
    gid: int | None = None,
    broken_pipe_ignored: bool = False,
) -> int:
    """Start a program; its PID. It sees `descriptors` as its 0, 1, 2 ..., None is one that leads nowhere.

    `keep` are descriptors that it has under the number they have here. With `broken_pipe_ignored`, a write
    to nobody is an error to it, and not the signal that programs die of. Raises NotStarted.
    """
    loop = get_loop()
    loop.catch_up()
    loop.expect_children()
    settings: dict[str, Any] = {
        "env": env,
        "cwd": cwd,
        "start_new_session": detached,
        "user": uid,
        "group": gid,
        "restore_signals": not broken_pipe_ignored,
    }
    for name, fd in zip(("stdin", "stdout", "stderr"), descriptors, strict=False):
        settings[name] = subprocess.DEVNULL if fd is None else fd
    extra = {number: fd for number, fd in enumerate(descriptors) if number > 2 and fd is not None}
    reserved = _reserve(len(descriptors)) if extra else []
    try:
        if extra:
            settings["preexec_fn"] = _mover(extra)
        return _start(list(argv), {**settings, "pass_fds": (*keep, *extra)})
    finally:
        for fd in reserved:
            os.close(fd)


def kill(pid: int, number: int) -> None:
    """Send a signal to a process. Raises OSError."""
    get_loop().catch_up()
    os.kill(pid, number)


def _start(argv: list[str], settings: dict[str, Any]) -> int:
    process = _Popen.__new__(_Popen)
    try:
        process.__init__(argv, **settings)  # type: ignore[misc]
    except OSError as error:
        if error.errno == errno.ENOEXEC and argv[0] != _SHELL:
            # A script that does not say what runs it is one for the shell.
            return _start([_SHELL, _found(argv[0], settings["env"]), *argv[1:]], settings)
        raise NotStarted(error, getattr(process, "pid", None)) from None
    except (ValueError, OverflowError):
        # A user or group of no system; Python sees it before anything is started.
        raise NotStarted(OSError(errno.EINVAL, os.strerror(errno.EINVAL)), 0) from None
    process.returncode = 0  # it is the loop that waits for its end
    return process.pid


def _found(program: str, env: Mapping[str, str] | None) -> str:
    """The file that is run by this name."""
    path = (os.environ if env is None else env).get("PATH", os.defpath)
    return program if "/" in program else shutil.which(program, path=path) or program


def _reserve(count: int) -> list[int]:
    """Take every free descriptor below `count`, so that nothing of the start itself gets one of them."""
    taken: list[int] = []
    while True:
        fd = os.open(os.devnull, os.O_RDONLY)
        if fd >= count:
            os.close(fd)
            return taken
        taken.append(fd)


def _mover(extra: dict[int, int]) -> Callable[[], None]:
    """What gives descriptors their numbers in the new process. It imports nothing and takes no lock."""
    above = max(extra) + 1
    duplicate, command, place = fcntl.fcntl, fcntl.F_DUPFD, os.dup2

    def move() -> None:
        copies = [(duplicate(fd, command, above), number) for number, fd in extra.items()]
        for copy, number in copies:
            place(copy, number, True)

    return move
