"""The names that every module finds without asking: `GLOBAL` and what is in it.

`GLOBAL` stands where Python looks for its builtins, behind each module's own names. So what is put there
(`process.mixin(GLOBAL, require("sys"))`) every module sees, and a variable of a module stays its own.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import ModuleType
from typing import Any, NoReturn

from nodecore.errors import NodeError

from .. import timers
from ..process_object import process


def make_global() -> ModuleType:
    """A global namespace for the modules of one program."""
    made = ModuleType("GLOBAL", "The global namespace object.")
    made.__dict__.update(vars(builtins), GLOBAL=made, process=process)
    for name in timers.__all__:
        setattr(made, name, getattr(timers, name))
    for name in ("puts", "p"):
        setattr(made, name, _moved(f"{name}() has moved. Use require('sys') to bring it back."))
    made.include = _moved(  # type: ignore[attr-defined]
        "include() has been removed. Use process.mixin(GLOBAL, require('file')) instead."
    )
    made.node = _OldNamespace()  # type: ignore[attr-defined]
    return made


def _moved(message: str) -> Callable[..., NoReturn]:
    def complain(*_args: Any) -> NoReturn:
        raise NodeError(message)

    return complain


class _OldNamespace:
    """The `node` of earlier versions: every name in it says where it went."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NodeError(
            f"node.{name} has moved. The node namespace is now process; "
            "see also require('posix'), require('tcp') and require('http')."
        )
