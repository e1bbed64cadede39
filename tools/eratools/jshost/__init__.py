"""A JavaScript host: CommonJS programs of an era, run on that era's Python facade.

The engine (quickjs-ng) is an optional extra; nothing here imports it before a program is run.
"""

from .engine import EngineMissing
from .objects import JSError, JSFunction, JSObject
from .runtime import NeedsFile, Runtime, run_file, run_line

__all__ = [
    "EngineMissing",
    "JSError",
    "JSFunction",
    "JSObject",
    "NeedsFile",
    "Runtime",
    "run_file",
    "run_line",
]
