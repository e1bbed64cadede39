"""Packages, as npm gives them out: from the registry it is set up for, none of their scripts run.

What was downloaded is kept in one cache outside the project, and downloaded once, however many processes ask
at the same time.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_DOWNLOAD_SECONDS = 600


class NpmError(Exception):
    """A package is not to be had; the text says why."""


class NpmMissing(NpmError):
    """There is no npm."""

    def __init__(self) -> None:
        super().__init__("npm is not installed")


def cache(kind: str) -> Path:
    """The folder that holds what was made of packages of one kind."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "node-eras" / kind


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold `name` of `folder`, which is made if need be; raises OSError where one may not write."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def pack(packages: Sequence[str], folder: str | Path) -> list[Path]:
    """Download `packages` (`name@version`) to `folder`: the tarballs, in no particular order."""
    npm = shutil.which("npm")
    if npm is None:
        raise NpmMissing
    command = [npm, "pack", *packages, "--loglevel=error", "--fetch-retries=1"]
    command += [f"--pack-destination={folder}", f"--cache={folder}/npm-cache"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_DOWNLOAD_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NpmError(f"npm pack failed ({error})") from error
    archives = list(Path(folder).glob("*.tgz"))
    if done.returncode != 0 or not archives:
        what = packages[0] if len(packages) == 1 else f"of {len(packages)} packages"
        raise NpmError(f"npm pack {what} failed{_reason(done)}")
    return archives


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    code = re.search(r"npm err(?:or|!) code (\S+)", done.stderr, re.IGNORECASE)
    return f" ({code[1]})" if code else " (offline, or no such version)"
