"""Values on their way across: Python's for JavaScript, and the reader of what js/values.js wrote."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable, Iterator
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

from nodecore.emitter import ListenerList, Once
from nodecore.omitted import NULL
from nodecore.streams2.old_mode import OldMode

from .objects import BoundMethod, JSDict, JSError, JSFunction, JSList, JSObject, JSThrown

if TYPE_CHECKING:
    from .bridge import Bridge

_INT32 = 1 << 31
_CHUNK = 200
_FUNCTIONS = (FunctionType, MethodType, BuiltinFunctionType, functools.partial, OldMode)

Converter = Callable[[Any], Any]


class Writer:
    """Python values as arguments for the engine: primitives, or engine objects."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._core = bridge.core
        self._call = bridge.engine.make
        self._by_type: dict[type, Converter] = {
            type(None): _same,
            bool: _same,
            float: _same,
            dict: self.plain,
            list: self._list,
            tuple: self._list,
            JSDict: _held,
            JSList: _held,
            JSObject: _held,
            JSFunction: self._function,
            BoundMethod: lambda value: self.write(value._function),
            ListenerList: lambda value: bridge.show_live(value),
            Once: lambda value: bridge.show_once(value),
            type(NULL): lambda value: self._call(self._core["boxNull"]),
        }

    def write(self, value: Any) -> Any:
        """`value` as an argument."""
        kind = type(value)
        if kind is str:
            if value.isascii() and "\0" not in value:
                return value
            return self._text(value)
        if kind is int:
            return value if -_INT32 <= value < _INT32 else _wide(value)
        convert = self._by_type.get(kind)
        if convert is None:
            convert = self._by_type[kind] = self._converter(kind)
        return convert(value)

    def _converter(self, kind: type) -> Converter:
        bridge = self._bridge
        table: list[tuple[Any, Converter]] = [
            (str, lambda value: self.write(str.__str__(value))),
            (int, lambda value: self.write(int(value))),
            (float, float),
            ((bytes, bytearray, memoryview), bridge.passage.show),
            (dict, self.plain),
            ((list, tuple, set, frozenset), self._list),
            (datetime.datetime, self._date),
            (type, bridge.show_class),
            (ModuleType, bridge.show_module),
            (BaseException, bridge.show_error),
            (_FUNCTIONS, bridge.show_function),
        ]
        if issubclass(kind, dict) and hasattr(kind, "__missing__"):
            return bridge.show_lookup
        for types, convert in table:
            if issubclass(kind, types):
                return convert
        return bridge.show_object

    def _text(self, value: str) -> Any:
        if "\0" not in value:
            try:
                value.encode()
                return value
            except UnicodeEncodeError:
                pass
        return self._call(self._core["boxText"], json.dumps(value))

    def _date(self, value: datetime.datetime) -> Any:
        return self._call(self._core["makeDate"], value.timestamp() * 1000)

    def _function(self, value: JSFunction) -> Any:
        return value._js if value._js is not None else self._bridge.owned_function(value)

    def plain(self, value: dict) -> Any:
        """A dict as a plain object."""
        flat: list[Any] = []
        for key, item in value.items():
            flat.append(self.write(key if isinstance(key, str) else str(key)))
            flat.append(self.write(item))
        made = self._call(self._core["makeObject"], *flat[:_CHUNK])
        for start in range(_CHUNK, len(flat), _CHUNK):
            self._call(self._core["fillObject"], made, *flat[start : start + _CHUNK])
        return made

    def _list(self, value: Any) -> Any:
        items = [self.write(item) for item in value]
        made = self._call(self._core["makeArray"], *items[:_CHUNK])
        for start in range(_CHUNK, len(items), _CHUNK):
            self._call(self._core["fillArray"], made, *items[start : start + _CHUNK])
        return made


def _same(value: Any) -> Any:
    return value


def _held(value: Any) -> Any:
    return value._js


def _wide(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


class Reader:
    """Values that JavaScript encoded, as Python's own."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._readers: dict[str, Callable[[Iterator[str], Iterator[Any]], Any]] = {
            "s": lambda letters, parts: json.loads(next(parts)),
            "i": lambda letters, parts: int(next(parts)),
            "n": lambda letters, parts: int(next(parts)),
            "b": lambda letters, parts: bridge.passage.read(next(parts), next(parts)),
            "t": lambda letters, parts: _moment(next(parts)),
            "0": lambda letters, parts: NULL,
            "h": lambda letters, parts: bridge.table.touch(next(parts)),
            "c": lambda letters, parts: bridge.classes[next(parts)],
            "f": lambda letters, parts: JSFunction(bridge, next(parts), next(parts)),
            "o": lambda letters, parts: JSObject(bridge, next(parts), next(parts)),
            "e": self._error,
            "{": self._dict,
            "[": self._list,
        }

    def read(self, spec: str, parts: tuple) -> list[Any]:
        """The values of a call."""
        letters = iter(spec)
        flat = iter(parts)
        read = self._readers
        return [next(flat) if letter == "v" else read[letter](letters, flat) for letter in letters]

    def _dict(self, letters: Iterator[str], parts: Iterator[Any]) -> JSDict:
        value = JSDict()
        value._bridge, value._js = self._bridge, next(parts)
        for letter in letters:
            if letter == "}":
                break
            key = next(parts) if letter == "k" else json.loads(next(parts))
            letter = next(letters)
            value[key] = next(parts) if letter == "v" else self._readers[letter](letters, parts)
        return value

    def _list(self, letters: Iterator[str], parts: Iterator[Any]) -> JSList:
        value = JSList()
        value._bridge, value._js = self._bridge, next(parts)
        for letter in letters:
            if letter == "]":
                break
            value.append(next(parts) if letter == "v" else self._readers[letter](letters, parts))
        return value

    def _error(self, _letters: Iterator[str], parts: Iterator[Any]) -> JSError:
        origin = JSObject(self._bridge, next(parts), next(parts))
        name, message, stack = next(parts), next(parts), next(parts)
        error = JSError(message, stack, name)
        error.origin = origin
        return error


def thrown(value: Any) -> BaseException:
    """The exception for what JavaScript threw."""
    return value if isinstance(value, BaseException) else JSThrown(value)


def _moment(milliseconds: float) -> datetime.datetime | None:
    if milliseconds != milliseconds:
        return None
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc)
