"""The packages that the programs need: from npm, verified, laid out as npm lays them out."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import pytest
from eratools import npm

try:
    import tomllib
except ImportError:  # Python 3.10
    import tomli as tomllib

LOCK = Path(__file__).with_name("packages.toml")
DOWNLOADS = 4
PROGRAMS = Path(__file__).with_name("programs")


@pytest.fixture(scope="session")
def node_modules():
    """The folder of the packages, filled once for each state of the lock."""
    cache, state = npm.cache("packages"), hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    folder = cache / state
    try:
        with npm.locked(cache, state):
            if not folder.is_dir():
                _install(cache, folder)
    except npm.NpmError as error:
        pytest.skip(f"needs packages of 2013: {error}")
    return folder / "node_modules"


@pytest.fixture(scope="session")
def program(node_modules, tmp_path_factory):
    """Gives the path of a program that finds the packages beside it."""
    folder = tmp_path_factory.mktemp("programs")
    shutil.copytree(PROGRAMS, folder, dirs_exist_ok=True)
    (folder / "node_modules").symlink_to(node_modules)
    return lambda name: folder / f"{name}.js"


def _install(cache: Path, folder: Path) -> None:
    packages = tomllib.loads(LOCK.read_text())["packages"]
    wanted = {f"{place.split('node_modules/')[-1]}@{version}" for place, (version, _) in packages.items()}
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        tarballs = {_integrity(path): path for path in _download(sorted(wanted), Path(scratch))}
        made = Path(scratch) / "made"
        for place, (_, integrity) in packages.items():
            assert integrity in tarballs, f"the tarball of {place} is not the one that is locked"
            _unpack(tarballs[integrity], made / "node_modules" / place)
        os.rename(made, folder)


def _download(wanted: list[str], scratch: Path) -> list[Path]:
    """The tarballs; npm fetches one after the other, so several of it share the work."""

    def share(number: int) -> list[Path]:
        folder = scratch / str(number)
        folder.mkdir()
        return npm.pack(wanted[number::DOWNLOADS], folder)

    with ThreadPoolExecutor(DOWNLOADS) as pool:
        return [path for paths in pool.map(share, range(DOWNLOADS)) for path in paths]


def _integrity(path: Path) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


def _unpack(tarball: Path, place: Path) -> None:
    """The files of a package, whose one folder may have any name."""
    with tarfile.open(tarball) as archive:
        for member in archive:
            inner = PurePosixPath(member.name).parts[1:]
            if not member.isfile() or ".." in inner:
                continue
            target = place.joinpath(*inner)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.extractfile(member).read())
