"""The two directions: what JavaScript calls of Python, and what Python calls of JavaScript."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from operator import is_
from types import ModuleType
from typing import Any

from nodecore.emitter import Emitter, Once

from .attributes import Attributes
from .engine import FIRST_LINE, Engine, script
from .errors import describe_error, place_of
from .facades import Facades
from .lifetime import Entry, Table
from .objects import BoundMethod, JSError, JSFunction, JSObject
from .passage import Passage
from .reflect import bounds
from .shapes import Shapes
from .values import Reader, Writer, thrown

_SCRIPTS = (
    "outline",
    "frames",
    "receivers",
    "messages",
    "values",
    "shapes",
    "reflect",
    "lifetime",
    "objects",
    "dates",
    "builtins",
    "own",
    "syntax",
    "language",
    "realms",
)
_MARKS = ("RICH", "THROWN", "KEEP", "ABSENT")

MISSING = object()
"""What `missing` on the JavaScript side gives."""


class _Core(dict[str, Any]):
    """Functions of the host's scripts, fetched when they are first used."""

    get_function: Callable[[str], Any]

    def __missing__(self, name: str) -> Any:
        found = self[name] = self.get_function(name)
        return found


class Slot:
    """A function's place among those a wrapper owns; giving it up empties the place."""

    __slots__ = ("_given_up", "handle", "number")

    def __init__(self, handle: int, number: int, given_up: deque[tuple[int, int]]) -> None:
        self.handle = handle
        self.number = number
        self._given_up = given_up

    def __del__(self) -> None:
        self._given_up.append((self.handle, self.number))


class Bridge:
    """One engine and everything both sides know of each other."""

    def __init__(self, prefix: str = "eras.", shapes: Shapes | None = None) -> None:
        self.engine = Engine()
        self.core = _Core()
        self.table = Table(self.engine, self.core)
        self.table.shared = (Bridge, Slot)
        self.facades = Facades(self, prefix, shapes or Shapes())
        self.classes = self.facades.classes
        self.emits: list[tuple[tuple, Any]] = []
        """Arguments of the emits that JavaScript is in, with the array they came from."""
        self._results: list[tuple[bool, Any]] = []
        self._thrown_last: tuple[Any, tuple[str, int] | None] = None, None
        self._given_up: deque[tuple[int, int]] = deque()
        self._tidying = False
        self._slots = itertools.count(1)
        self.on_exit: Callable[[SystemExit], Any] | None = None
        self._load()
        self.passage = Passage(self.engine, self.core)
        self.writer = Writer(self)
        self.write = self.writer.write
        self.read = Reader(self).read
        self.engine.on_leave = self._tidy

    def _load(self) -> None:
        """Evaluate the host's scripts around one core object that programs never see."""
        engine = self.engine
        core = engine.evaluate("({ py: {} })")
        put = engine.evaluate("(function (object, name, value) { object[name] = value; })")
        get = engine.evaluate("(function (object, name) { return object[name]; })")
        self.core.get_function = lambda name: get(core, name)
        for name in _MARKS:
            self.core[name] = engine.evaluate(f"({{ mark: '{name}' }})")
            put(core, name, self.core[name])
        for owner in (self, self.facades, Attributes(self, self.facades)):
            for name in dir(owner):
                if name.startswith("js_"):
                    put(get(core, "py"), name[3:], engine.expose("__eras_new", getattr(owner, name)))
        engine.evaluate("delete globalThis.__eras_new")
        stack = script("js/stack.js")
        engine.evaluate(stack, FIRST_LINE)(core, FIRST_LINE, stack.count("\n"))
        for name in _SCRIPTS:
            self.core["evaluateOwn"](f"jshost/{name}.js", script(f"js/{name}.js"), True, 0)(core)
        self.core["core"] = core

    def _tidy(self) -> None:
        """After the outermost entry: empty places that Python gave up, look for what can be let go."""
        if self._tidying or not (self._given_up or self.table.is_due):
            return
        self._tidying = True  # what it calls are entries of their own
        try:
            self._empty_places()
            self.table.sweep_if_due()
        finally:
            self._tidying = False

    def _empty_places(self) -> None:
        given_up = self._given_up
        while given_up:
            handle, number = given_up.popleft()
            entry = self.table.entries.get(handle)
            if entry is not None and (entry.js is not None or self.table.strengthen(entry)):
                self.engine.call(self.core["disown"], entry.js, number)

    # -- Python calls JavaScript ----------------------------------------------------------------------

    def finish(self, result: Any) -> Any:
        """The value of a call, or the exception it ended with."""
        if type(result) is self.engine.object_type:
            failed, value = self._results.pop()
            if failed:
                raise thrown(value)
            return value
        return result

    def call_function(self, function: JSFunction, this: Any, args: tuple) -> Any:
        """Call a JavaScript function."""
        write = self.write
        js = function._js if function._js is not None else self.owned_function(function)
        if js is None:
            return None
        return self.finish(
            self.engine.call(self.core["call"], js, write(this), *[write(argument) for argument in args])
        )

    def call_core(self, name: str, *args: Any) -> Any:
        """Call one of the host's own functions with converted arguments."""
        write = self.write
        return self.finish(self.engine.call(self.core[name], *[write(argument) for argument in args]))

    def parse(self, text: str) -> Any:
        """What a JSON text spells: JavaScript's own objects, not copies of them."""
        return self.finish(self.engine.call(self.core["parse"], self.write(text)))

    def operate(self, operation: str, target: JSObject, *args: Any) -> Any:
        """What Python's syntax asks of a JavaScript object."""
        return self.call_core("operation " + operation, target, *args)

    def member(self, target: JSObject, name: str) -> Any:
        """An attribute; AttributeError when the object has none of that name."""
        result = self.engine.call(self.core["member"], self.write(target), name)
        value = self.finish(result)
        if value is MISSING:
            raise AttributeError(name)
        return BoundMethod(target, value) if isinstance(value, JSFunction) else value

    def iterate(self, target: JSObject) -> Iterator[Any]:
        """The values of a JavaScript iterable."""
        step = self.operate("iterator", target)
        while True:
            result = step()
            if result.get("done"):
                return
            yield result.get("value")

    # -- listeners and overrides ----------------------------------------------------------------------

    def give_to_emitter(self, function: JSFunction, emitter: Any) -> Callable[..., Any]:
        """Let the wrapper of `emitter` own `function`; see `JSFunction.listener_for`."""
        js = function._js if function._js is not None else self.owned_function(function)
        wrapper = self.write(emitter)
        entry = self.table.find(emitter)
        if entry is None:
            return function
        slot = Slot(entry.handle, next(self._slots), self._given_up)
        self.engine.call(self.core["own"], wrapper, slot.number, js)
        object.__setattr__(function, "_js", None)
        object.__setattr__(function, "_slot", slot)
        if isinstance(emitter, Emitter):
            return partial(self._call_owned, entry, slot)
        # A timer's callable may be all that is left of it in Python, and must keep it whole.
        return partial(self._call_whole, emitter, entry, slot)

    def _call_whole(self, _owner: Any, entry: Entry, slot: Slot, *args: Any) -> Any:
        return self._call_owned(entry, slot, *args)

    def owned_function(self, function: JSFunction) -> Any:
        """The engine's object of a function that an emitter owns."""
        slot = function._slot
        entry = self.table.entries.get(slot.handle)
        if entry is None or not (entry.js is not None or self.table.strengthen(entry)):
            return None
        return self.engine.call(self.core["owned"], entry.js, slot.number)

    def _call_owned(self, entry: Entry, slot: Slot, *args: Any) -> Any:
        js = entry.js
        if js is None:
            if not self.table.strengthen(entry):
                return None
            js = entry.js
        if self.emits and args:
            given, raw = self.emits[-1]
            if len(given) == len(args) and all(map(is_, given, args)):
                return self.finish(self.engine.call(self.core["callOwnedWith"], js, slot.number, raw))
        write = self.write
        result = self.engine.call(
            self.core["callOwned"], js, slot.number, *[write(argument) for argument in args]
        )
        return self.finish(result)

    def call_override(self, entry: Entry, name: str, args: tuple) -> tuple[bool, Any]:
        """Call what JavaScript put in place of a method: (whether there was something, its value)."""
        if entry.js is None and not self.table.strengthen(entry):
            return False, None
        write = self.write
        result = self.engine.call(
            self.core["callOverride"], entry.js, name, *[write(argument) for argument in args]
        )
        value = self.finish(result)
        return (False, None) if value is MISSING else (True, value)

    # -- showing Python's things ----------------------------------------------------------------------

    def show_object(self, obj: Any) -> Any:
        """The wrapper of any object."""
        return self.table.wrapper(obj, self._wrap)

    def _wrap(self, obj: Any, handle: int) -> Any:
        cls = type(obj)
        if self.facades.patched and self.facades.with_patches(cls) is not cls:
            obj.__class__ = self.facades.with_patches(cls)
        return self.engine.make(self.core["wrap"], handle, self.facades.constructor(cls))

    def show_live(self, value: Any) -> Any:
        """A dict or list that JavaScript sees and changes itself."""
        return self.table.wrapper(
            value, lambda _, handle: self.engine.call(self.core["live"], handle, isinstance(value, list))
        )

    def show_lookup(self, value: dict) -> Any:
        """A dict that finds more than its keys: a copy whose missing names Python looks up."""
        made = self.writer.plain(value)
        return self.engine.call(self.core["lookup"], made, self.show_live(value))

    def show_function(self, function: Any) -> Any:
        """A Python callable as a JavaScript function."""
        told = hasattr(function, "js_name")
        name = function.js_name if told else getattr(function, "__name__", "")
        name = name if name.isidentifier() and not name.startswith("_") else ""
        traits = *bounds(function), told, hasattr(function, "js_opaque")
        return self.table.wrapper(
            function, lambda _, handle: self.engine.call(self.core["showFunction"], handle, name, *traits)
        )

    def show_once(self, once: Once) -> Any:
        """A listener that is called once as a function, as which programs knew it."""
        listener = self.write(once.listener)
        return self.table.wrapper(
            once, lambda _, handle: self.engine.call(self.core["showOnce"], handle, listener)
        )

    def show_class(self, cls: type) -> Any:
        """A class as a JavaScript constructor."""
        return self.facades.constructor(cls)

    def show_module(self, module: ModuleType) -> Any:
        """A module as the object that requiring it gives."""
        return self.facades.module(module)

    def show_error(self, error: BaseException) -> Any:
        """An exception as a JavaScript Error; one that came from there is itself again."""
        origin = getattr(error, "origin", None)
        if isinstance(origin, JSObject):
            return origin._js
        if hasattr(error, "value") and type(error).__name__ == "JSThrown":
            return self.write(error.value)
        return self.table.wrapper(error, self._make_error)

    def _make_error(self, error: BaseException, handle: int) -> Any:
        kind, name, message, frames, properties = describe_error(error)
        write = self.write
        return self.engine.call(
            self.core["makeError"], handle, kind, name, write(message), write(frames), write(properties)
        )

    def place_of(self, error: BaseException) -> tuple[str, int] | None:
        """Where Python threw an error that JavaScript had made: an `error` event nobody heard, say."""
        origin, place = self._thrown_last
        known = origin is not None and getattr(error, "origin", None) == origin
        return place if known else place_of(error)

    def place_of_throw(self, error: BaseException) -> list[Any]:
        """(file, line, column, source, text) of the `throw` that a program ended with, if it was one."""
        return self.call_core("placeOfThrow", error)

    # -- JavaScript calls Python ----------------------------------------------------------------------

    def throw(self, error: BaseException) -> Any:
        """Make JavaScript throw `error`: the mark to return to it."""
        if isinstance(error, SystemExit) and self.on_exit is not None:
            self.on_exit(error)
        try:
            self.engine.call(self.core["setThrown"], self.show_error(error))
            origin = getattr(error, "origin", None)
            place = None if origin is None else place_of(error)
            if place is not None:
                self._thrown_last = origin, place
        except BaseException:
            # There is no room left to describe it: the stack is full.
            return self.core["THROWN"]
        return self.core["THROWN"]

    def js_returned(self, spec: str, *parts: Any) -> None:
        """What a function gives back, where it is more than a primitive."""
        self._keep(False, spec, parts)

    def js_threw(self, spec: str, *parts: Any) -> None:
        """What a function threw."""
        self._keep(True, spec, parts)

    def js_missing(self) -> None:
        """There is nothing of the name that was asked for."""
        self._results.append((False, MISSING))

    def _keep(self, failed: bool, spec: str, parts: tuple) -> None:
        try:
            self._results.append((failed, self.read(spec, parts)[0]))
        except BaseException as error:
            self._results.append((True, error))

    def js_onLittleStack(self, run: Any) -> None:
        """Call `run`, which throws nothing, with little stack; where there is none left, do not."""
        try:
            self.engine.call_on_little_stack(run)
        except (RecursionError, JSError):
            pass

    def js_dead(self, handle: int) -> None:
        """A wrapper was collected."""
        self.table.dead(handle)
