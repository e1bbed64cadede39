"""What of a Python class or module JavaScript sees, and under which names."""

from __future__ import annotations

import functools
import inspect
import json
import keyword
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

from nodecore.emitter import positional_bounds

ANY_NUMBER = 1 << 30


class Names:
    """The naming rules; `prefix` is where facade classes live."""

    def __init__(self, prefix: str = "eras.") -> None:
        self._prefix = prefix

    def shows_class(self, cls: type) -> bool:
        """Whether attributes of `cls` itself are shown: not those of the core or of Python."""
        module = cls.__module__
        return not module.startswith(("nodecore.", "builtins", "abc", "typing", "gevent.", "_"))

    def to_js(self, name: str, cls: type | None = None) -> str | None:
        """The JavaScript name of a Python attribute, None for one that is not shown."""
        if name.startswith("_"):
            return name if cls is not None and name in listed(cls, "js_visible") else None
        if name in ("js_live", "js_null", "js_static", "js_visible", "event_arity"):
            return None
        if name.endswith("_"):
            name = name[:-1]
        if cls is not None and not cls.__module__.startswith((self._prefix, "eratools.")):
            return name
        return None if "_" in name and name.islower() else name


def to_python(name: str) -> str:
    """The Python attribute behind a JavaScript name."""
    return name + "_" if keyword.iskeyword(name) else name


def listed(cls: type, name: str) -> set[str]:
    """The names in the tuples that `cls` and its bases have as `name`."""
    found: set[str] = set()
    for base in cls.__mro__:
        found.update(base.__dict__.get(name, ()))
    return found


def bounds(function: Callable[..., Any]) -> tuple[int, int]:
    """The least and most positional arguments; any number when that cannot be known."""
    found = positional_bounds(function)
    return (0, ANY_NUMBER) if found is None else found


@functools.cache
def class_bounds(cls: type) -> tuple[int, int]:
    """As `bounds`, looked at once: a class is called for each object that JavaScript makes of it."""
    return bounds(cls)


def parent(cls: type, names: Names) -> type | None:
    """The class whose JavaScript constructor that of `cls` inherits from; `cls` may name one further up."""
    if "js_parent" in cls.__dict__:
        return cls.__dict__["js_parent"]
    for base in cls.__mro__[1:]:
        if base is not object and names.shows_class(base):
            return base
    return None


def own_attributes(cls: type, above: type | None, names: Names) -> Iterator[tuple[str, str, Any]]:
    """(JavaScript name, Python name, value) of what `cls` adds to `above`."""
    inherited = set(above.__mro__) if above is not None else set()
    seen: set[str] = set()
    visible = listed(cls, "js_visible")
    for base in cls.__mro__:
        if base in inherited or base is object:
            continue
        for name, value in base.__dict__.items():
            if name in seen or not (names.shows_class(base) or name in visible):
                continue
            seen.add(name)
            shown = names.to_js(name, cls)
            if shown is not None:
                yield shown, name, value


def is_method(value: Any) -> bool:
    """Whether a class attribute is called with the instance."""
    return isinstance(value, FunctionType) or (inspect.isroutine(value) and hasattr(value, "__get__"))


def module_names(module: ModuleType) -> Iterator[tuple[str, str]]:
    """(JavaScript name, Python name) of what requiring `module` gives."""
    public = getattr(module, "__all__", None)
    if public is None:
        public = [name for name in vars(module) if not name.startswith("_")]
    for name in public:
        yield name[:-1] if name.endswith("_") else name, name


def overridable(cls: type, names: Names) -> dict[str, str]:
    """JavaScript name -> Python name of the methods that JavaScript may override for Python."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        above = parent(base, names)
        for shown, name, value in own_attributes(base, above, names):
            if is_method(value) and not isinstance(value, (staticmethod, classmethod)):
                found[shown] = name
    return found


def describe(**parts: Any) -> str:
    """A description for the JavaScript side."""
    return json.dumps(parts)
