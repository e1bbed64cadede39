"""Where `require` finds files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

EXTENSIONS = (".js", ".py", ".node")
BUILT = os.path.join("build", "default")

_absolute_or_relative = re.compile(r"/|\.\.?(/|$)")


def default_paths() -> list[str]:
    """`NODE_PATH`, then the user's libraries, then the machine's."""
    paths = [path for path in os.environ.get("NODE_PATH", "").split(":") if path]
    home = os.environ.get("HOME")
    if home:
        paths.append(os.path.join(home, ".node_libraries"))
    return [*paths, "/usr/local/lib/node/libraries"]


def extensions_for(language: str) -> Sequence[str]:
    """The extensions to try for a module in `language` (`.py`): its own kind comes before the others."""
    own = language if language in EXTENSIONS else ".js"
    return [own, *(extension for extension in EXTENSIONS if extension != own)]


def find(name: str, directory: str, paths: Sequence[str], extensions: Sequence[str]) -> str | None:
    """The file that the module `name` is, asked for by a file in `directory`; None when there is none."""
    if _absolute_or_relative.match(name):
        candidates = _relative(name, directory, extensions)
    else:
        candidates = (file for path in paths for file in _inside(path, name, extensions))
    return next((file for file in candidates if os.path.isfile(file)), None)


def _relative(name: str, directory: str, extensions: Sequence[str]) -> Iterator[str]:
    yield from _inside(directory, name, extensions)
    # An addon is found beside its source, too, as `node-waf` leaves it.
    path = os.path.normpath(os.path.join(directory, name))
    yield os.path.join(os.path.dirname(path), BUILT, os.path.basename(path) + ".node")


def _inside(folder: str, name: str, extensions: Sequence[str]) -> Iterator[str]:
    path = os.path.abspath(os.path.join(folder, name))
    for stem in (path, os.path.join(path, "index")):
        for extension in extensions:
            yield stem + extension
