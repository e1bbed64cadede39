"""`process.mixin`: copying the members of one object into another."""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator, MutableMapping
from types import ModuleType, SimpleNamespace
from typing import Any


def mixin(*objects: Any) -> Any:
    """Extend the first object with the members of the others; returns it.

    A leading True copies deeply. Without a target `GLOBAL` is extended; in a program that
    has none because it was not started by `eras run`, the globals of the calling module.
    """
    deep = bool(objects) and objects[0] is True
    if deep:
        objects = objects[1:]
    if len(objects) < 2:
        frame = sys._getframe(1)
        objects = (frame.f_builtins.get("GLOBAL", frame.f_globals), *objects)
    target, *sources = objects
    for source in sources:
        for name, value in members(source):
            if value is not target and value is not None:
                _put(target, name, _deep(_get(target, name), value) if deep else value)
    return target


def members(source: Any) -> Iterator[tuple[Any, Any]]:
    """The named values of a dict, a module or any object, inherited ones included."""
    if source is None:
        return
    if isinstance(source, MutableMapping):
        yield from list(source.items())
        return
    names = getattr(source, "__all__", None) if isinstance(source, ModuleType) else None
    for name in names if names is not None else dir(source):
        if not name.startswith("_"):
            yield name, getattr(source, name)


def _deep(before: Any, value: Any) -> Any:
    """A copy of `value` that shares no structure with it; an object is copied upon the one `before`."""
    if isinstance(value, dict):
        return mixin(True, before if isinstance(before, dict) else {}, value)
    if isinstance(value, (list, SimpleNamespace)):
        return copy.deepcopy(value)
    return value


def _get(target: Any, name: Any) -> Any:
    if isinstance(target, MutableMapping):
        return target.get(name)
    return getattr(target, name, None)


def _put(target: Any, name: Any, value: Any) -> None:
    if isinstance(target, MutableMapping):
        target[name] = value
    else:
        setattr(target, name, value)
