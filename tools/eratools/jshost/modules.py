"""Where `require` finds files, from 0.10 on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence


class BadPackage(SyntaxError):
    """A package.json that is no JSON."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"Error parsing {file}: {reason}")
        self.package = file


def locate(path: str, is_folder: bool, extensions: Sequence[str]) -> str | None:
    """The file at `path`, with one of the extensions added or inside a folder."""
    found = None
    if not is_folder:
        found = _file(path) or _with_extension(path, extensions)
    if found is None:
        found = _package(path, extensions) or _with_extension(os.path.join(path, "index"), extensions)
    return os.path.realpath(found) if found is not None else None


def _package(path: str, extensions: Sequence[str]) -> str | None:
    try:
        with open(os.path.join(path, "package.json"), encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return None
    try:
        main = json.loads(text).get("main")
    except (ValueError, AttributeError) as error:
        raise BadPackage(os.path.join(path, "package.json"), str(error)) from None
    if not isinstance(main, str) or not main:
        return None
    target = os.path.normpath(os.path.join(path, main))
    return (
        _file(target)
        or _with_extension(target, extensions)
        or _with_extension(os.path.join(target, "index"), extensions)
    )


def _with_extension(path: str, extensions: Sequence[str]) -> str | None:
    return next((found for found in map(_file, (path + e for e in extensions)) if found), None)


def _file(path: str) -> str | None:
    return path if os.path.isfile(path) else None
