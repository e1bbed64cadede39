"""Where `require` finds files, from 0.10 on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator


class BadPackage(SyntaxError):
    """A package.json that is no JSON."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"Error parsing {file}: {reason}")
        self.package = file


class Finder:
    """The rules of 0.10: node_modules upward, packages, NODE_PATH."""

    extensions: tuple[str, ...] = (".js", ".json", ".node")

    def __init__(self) -> None:
        home = os.environ.get("HOME")
        self.paths = [path for path in os.environ.get("NODE_PATH", "").split(":") if path]
        if home:
            self.paths += [os.path.join(home, ".node_modules"), os.path.join(home, ".node_libraries")]

    def find(
        self,
        name: str,
        directory: str,
        paths: list[str] | None = None,
        extensions: list[str] | None = None,
    ) -> str | None:
        """The absolute path of the file that `require(name)` in `directory` means."""
        if extensions is not None:
            self.extensions = tuple(extensions)
        if name.startswith(("./", "../", "/")) or name in (".", ".."):
            return self.at(os.path.normpath(os.path.join(directory, name)), name.endswith("/"))
        for folder in [*self.upward(directory), *(self.paths if paths is None else paths)]:
            found = self.at(os.path.join(folder, name), name.endswith("/"))
            if found is not None:
                return found
        return None

    def upward(self, directory: str) -> Iterator[str]:
        """The node_modules folders that a file in `directory` sees, nearest first."""
        while True:
            if os.path.basename(directory) != "node_modules":
                yield os.path.join(directory, "node_modules")
            above = os.path.dirname(directory)
            if above == directory:
                return
            directory = above

    def at(self, path: str, folder: bool = False) -> str | None:
        """The file at `path`, with an extension added or inside a folder."""
        found = None
        if not folder:
            found = self._file(path) or self._with_extension(path)
        if found is None:
            found = self._package(path) or self._with_extension(os.path.join(path, "index"))
        return os.path.realpath(found) if found is not None else None

    def _package(self, path: str) -> str | None:
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
            self._file(target)
            or self._with_extension(target)
            or self._with_extension(os.path.join(target, "index"))
        )

    def _with_extension(self, path: str) -> str | None:
        return next((found for found in map(self._file, (path + e for e in self.extensions)) if found), None)

    def _file(self, path: str) -> str | None:
        return path if os.path.isfile(path) else None
