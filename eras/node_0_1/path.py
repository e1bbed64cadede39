"""The module `path`: names of files as text, and whether there is one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from nodecore.emitter import adapt
from nodecore.loop import get_loop

__all__ = ["dirname", "exists", "filename", "join", "normalize", "normalizeArray"]


def join(*args: str) -> str:
    """The paths one after the other as one, normalized."""
    return normalize("/".join(args))


def normalizeArray(parts: Iterable[str]) -> list[str]:
    """The parts of a path without `.`, without empty ones but the first, and `..` done as far as it goes."""
    parts = list(parts)
    rooted = len(parts) > 1 and parts[0] == ""
    kept: list[str] = []
    for part in parts:
        if part in ("", "."):
            continue
        if part != ".." or (not rooted and (not kept or kept[-1] == "..")):
            kept.append(part)
        elif kept:
            kept.pop()
    return ["", *kept] if rooted else kept


def normalize(path: str) -> str:
    """`path` without detours: one slash where there were several, `.` gone and `..` done."""
    parts = normalizeArray(path.split("/"))
    if parts == [""]:
        return "/"
    return "/".join(parts) or "."


def dirname(path: str) -> str:
    """All of `path` but its last part; `.` if it has only one."""
    head, slash, _ = path.rstrip("/").rpartition("/")
    if not slash:
        return "/" if path.startswith("/") else "."
    return head.rstrip("/") or "/"


def filename(path: str) -> str:
    """The last part of `path`."""
    return path.rstrip("/").rpartition("/")[2]


def exists(path: str, callback: Callable[[bool], Any]) -> None:
    """Call `callback(true)` if there is a file or folder at `path`, else `callback(false)`."""
    call = adapt(callback)
    get_loop().in_thread(os.path.exists, path, done=lambda error, found: call(bool(found)))
