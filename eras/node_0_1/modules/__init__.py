"""The module system: `require` for files of Python, JavaScript and C++, and for scripts of the web."""

from __future__ import annotations

from typing import Any

from .module import Exports, Module

__all__ = ["Exports", "Loader", "Module"]


def __getattr__(name: str) -> Any:
    """`Loader` leans on `process`, which leans on `Module`: so it is imported when it is asked for."""
    if name != "Loader":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .loader import Loader

    return Loader
