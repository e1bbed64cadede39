"""Libraries that only some programs need, imported when one does."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class ExtraMissing(ImportError):
    """A library is not installed; the message says how to get it."""


def need(module: str, extra: str, what: str) -> Any:
    """The library `module`, which `what` needs and which the extra `extra` of this package brings."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise
        raise ExtraMissing(f"{what} needs a library: pip install 'node-eras[{extra}]'", name=module) from None
