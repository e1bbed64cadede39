"""JavaScript's values as Python meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bridge import Bridge


class Held:
    """Holds one engine object, `_js`, and gives it up in the engine's own thread."""

    __slots__ = ()

    _bridge: Bridge
    _js: Any

    def __del__(self) -> None:
        held = getattr(self, "_js", None)
        if held is not None:
            self._bridge.engine.bury(held)


class JSObject(Held):
    """A JavaScript object: attributes, items, iteration and methods are those of JavaScript.

    Each crossing may make another of these; they are equal when they stand for the same object.
    """

    __slots__ = ("__weakref__", "_bridge", "_id", "_js")

    def __init__(self, bridge: Bridge, identity: int, js: Any) -> None:
        object.__setattr__(self, "_bridge", bridge)
        object.__setattr__(self, "_id", identity)
        object.__setattr__(self, "_js", js)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "listener_for":
            raise AttributeError(name)
        return self._bridge.member(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._bridge.operate("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        self._bridge.operate("remove", self, name)

    def __getitem__(self, key: Any) -> Any:
        return self._bridge.operate("get", self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._bridge.operate("set", self, key, value)

    def __delitem__(self, key: Any) -> None:
        self._bridge.operate("remove", self, key)

    def __contains__(self, key: Any) -> bool:
        return self._bridge.operate("has", self, key)

    def __iter__(self) -> Iterator[Any]:
        return self._bridge.iterate(self)

    def __len__(self) -> int:
        return int(self._bridge.operate("size", self))

    def __bool__(self) -> bool:
        return True

    def __dir__(self) -> list[str]:
        return self._bridge.operate("keys", self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, JSObject) and self._id == other._id

    def __hash__(self) -> int:
        return hash(self._id)

    def __str__(self) -> str:
        return self._bridge.operate("text", self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._bridge.operate('label', self)}>"


class JSFunction(JSObject):
    """A JavaScript function: called, or asked for a `new` object."""

    __slots__ = ("_slot",)

    def __init__(self, bridge: Bridge, identity: int, js: Any) -> None:
        super().__init__(bridge, identity, js)
        object.__setattr__(self, "_slot", None)

    def __call__(self, *args: Any) -> Any:
        return self._bridge.call_function(self, None, args)

    def call(self, this: Any, *args: Any) -> Any:
        """Call it with `this`."""
        return self._bridge.call_function(self, this, args)

    def new(self, *args: Any) -> Any:
        """What JavaScript writes as `new f(...)`."""
        return self._bridge.operate("construct", self, *args)

    def listener_for(self, emitter: Any) -> Callable[..., Any]:
        """The callable for a listener of `emitter`, which from now on owns this function.

        Python keeps no hold of it, so that what the function's closure refers to stays collectable
        together with the emitter.
        """
        if emitter is None:
            return self
        return self._bridge.give_to_emitter(self, emitter)


class BoundMethod:
    """A function read as an attribute of an object: calling it passes the object as `this`."""

    __slots__ = ("_function", "_owner")

    def __init__(self, owner: Any, function: JSFunction) -> None:
        self._owner = owner
        self._function = function

    def __call__(self, *args: Any) -> Any:
        return self._function.call(self._owner, *args)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._function, name)

    def __eq__(self, other: object) -> bool:
        return self._function == (other._function if isinstance(other, BoundMethod) else other)

    def __hash__(self) -> int:
        return hash(self._function)


class _Copy(Held):
    """A dict or list that was copied from JavaScript, and given back is the object it came from."""

    __slots__ = ()

    @property
    def origin(self) -> JSObject:
        """The object it came from."""
        bridge = self._bridge
        return JSObject(bridge, bridge.engine.make(bridge.core["identity"], self._js), self._js)


class JSDict(dict, _Copy):
    """A plain object, copied."""

    __slots__ = ("_bridge", "_js")

    def __getattr__(self, name: str) -> Any:
        if name in self:
            value = self[name]
            return BoundMethod(self, value) if isinstance(value, JSFunction) else value
        raise AttributeError(name)


class JSList(list, _Copy):
    """An array, copied."""

    __slots__ = ("_bridge", "_js")


class JSError(Exception):
    """An error that JavaScript threw, or handed over. Attributes are those of the JavaScript error."""

    def __init__(self, message: str, stack: str = "", name: str = "Error") -> None:
        super().__init__(message)
        self.message = message
        self.stack = stack
        self.name = name
        self.origin: JSObject | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "origin" or self.origin is None:
            raise AttributeError(name)
        if name not in self.origin:
            raise AttributeError(name)
        return getattr(self.origin, name)

    def __str__(self) -> str:
        return f"{self.name}: {self.message}" if self.message else self.name

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, JSError) and self.origin is not None and self.origin == other.origin
        )

    def __hash__(self) -> int:
        return id(self) if self.origin is None else hash(self.origin)


class JSThrown(JSError):
    """A thrown value that is no Error: `value` is what was thrown."""

    def __init__(self, value: Any) -> None:
        super().__init__(str(value), name="Thrown")
        self.value = value
