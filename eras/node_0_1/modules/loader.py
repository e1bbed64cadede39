"""Loads the modules of one program.

What holds here:

- A file is loaded once. Whoever requires it while it is being loaded gets what it has exported so far.
- A file that failed to load is forgotten, so that requiring it again tries again.
- JavaScript is loaded by a host, which keeps its own modules and calls `speak` to say that it is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

from nodecore.errors import NodeError

from .. import MODULES
from . import search
from .module import Module, Require
from .scope import make_global
from .web import Web, extension, is_url

_PACKAGE = __package__.rpartition(".")[0]
_BUILTIN = {name.rstrip("_"): name for name in MODULES}


class Loader:
    """`paths` is `require.paths`; `main` is the module that the program began with."""

    js_live = ("paths",)

    def __init__(self) -> None:
        self.paths = search.default_paths()
        self.main: Any = None
        self._global = make_global()
        self._web = Web()
        self._modules: dict[str, Module] = {}
        self._foreign: dict[str, Any] = {}
        self._javascript: Callable[[str, Any, str], Any] = _no_javascript

    def speak(self, load: Callable[[str, Any, str], Any]) -> None:
        """Load JavaScript with `load(filename, parent, id)`, which returns what the module exports."""
        self._javascript = load

    def require(self, name: str, module: Any) -> Any:
        """What `require(name)` in `module` gives."""
        if name in _BUILTIN:
            return import_module(f"{_PACKAGE}.{_BUILTIN[name]}")
        filename = self.find(name, module.filename)
        if self.language(filename) == ".js":
            return self._required_of_javascript(filename, module, name)
        return self.load(filename, module, name).exports

    def find(self, name: str, requirer: str) -> str:
        """The file or URL that `name` means in the file `requirer`; an error when there is none."""
        extensions = search.extensions_for(self.language(requirer))
        if is_url(name) or (is_url(requirer) and name.startswith(("./", "../"))):
            found = self._web.find(name, requirer, extensions)
        elif name.endswith(search.EXTENSIONS):
            raise NodeError("No longer accepting filename extension in module names")
        else:
            found = search.find(name, os.path.dirname(requirer), self.paths, extensions)
        if found is None:
            raise NodeError(f"Cannot find module '{name}'")
        return found

    def language(self, filename: str) -> str:
        """What a file or URL is written in, as an extension."""
        return extension(filename) if is_url(filename) else os.path.splitext(filename)[1]

    def source(self, filename: str) -> str:
        """The text of a file or URL, without a byte order mark."""
        if is_url(filename):
            return self._web.text(filename)
        with open(filename, encoding="utf-8-sig", errors="replace", newline="") as file:
            return file.read()

    def load(self, filename: str, parent: Any, id: str) -> Module:
        """The module that a file is, unless it is of JavaScript."""
        module = self._modules.get(filename)
        if module is None:
            module = self._modules[filename] = Module(id, parent, filename)
            try:
                self._run(module)
            except BaseException:
                del self._modules[filename]
                raise
            module.loaded = True
        return module

    def begin(self, filename: str, names: dict[str, Any]) -> Module:
        """Make a program of Python, which is to be run with the globals `names`, the main module."""
        self.main = module = self._modules[filename] = Module(".", None, filename)
        names.update(self._names(module))
        return module

    def _names(self, module: Module) -> dict[str, Any]:
        require = Require(self, module)
        return {
            "__builtins__": self._global,
            "__filename": module.filename,
            "exports": module.exports,
            "module": module,
            "require": require,
        }

    def _run(self, module: Module) -> None:
        filename = module.filename or ""
        if self.language(filename) == ".node":
            from .. import addons

            addons.load(filename, module.exports)
            return
        names = {"__name__": filename, "__file__": filename, **self._names(module)}
        exec(compile(self._code(filename), filename, "exec"), names)

    def _code(self, filename: str) -> str | bytes:
        if is_url(filename):
            return self.source(filename)
        with open(filename, "rb") as file:  # as bytes, for Python looks itself which encoding they declare
            return file.read()

    def _required_of_javascript(self, filename: str, parent: Any, id: str) -> Any:
        exports = self._javascript(filename, parent, id)
        known = self._foreign.get(filename)
        if known is not None and known == exports:
            return known  # the same object each time, not only an equal one
        self._foreign[filename] = exports
        return exports


def _no_javascript(filename: str, _parent: Any, _id: str) -> Any:
    raise NodeError(f"{filename} is JavaScript, which runs in a program that `eras run --era 0.1` started")
