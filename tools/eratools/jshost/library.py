"""What the engine's library can do and its Python module does not: realms, interruption, memory.

The library's exported functions are called directly, after a look at whether what is found where the module
keeps them can be an engine's runtime and context at all.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


class _Value(ctypes.Structure):
    """A JavaScript value as the library passes it."""

    _fields_ = [("payload", ctypes.c_uint64), ("tag", ctypes.c_int64)]


_Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "JS_GetRuntime": (ctypes.c_void_p, [ctypes.c_void_p]),
    "JS_NewContext": (ctypes.c_void_p, [ctypes.c_void_p]),
    "JS_FreeContext": (None, [ctypes.c_void_p]),
    "JS_GetGlobalObject": (_Value, [ctypes.c_void_p]),
    "JS_SetPropertyStr": (ctypes.c_int, [ctypes.c_void_p, _Value, ctypes.c_char_p, _Value]),
    "JS_GetPropertyStr": (_Value, [ctypes.c_void_p, _Value, ctypes.c_char_p]),
    "JS_GetArrayBuffer": (ctypes.c_void_p, [ctypes.c_void_p, ctypes.POINTER(ctypes.c_size_t), _Value]),
    "JS_FreeValue": (None, [ctypes.c_void_p, _Value]),
    "JS_SetInterruptHandler": (None, [ctypes.c_void_p, _Handler, ctypes.c_void_p]),
}


class Library:
    """The library behind `context`, an engine's Python object."""

    def __init__(self, context: Any) -> None:
        self._functions = _functions()
        # The object begins with a count and a type; the runtime and its first realm follow.
        words = (ctypes.c_void_p * 4).from_address(id(context))
        self._runtime, self._first = words[2], words[3]
        aligned = all(word and not word % 8 for word in (self._runtime, self._first))
        if not aligned or self._functions.JS_GetRuntime(self._first) != self._runtime:
            raise NotImplementedError("this version of the JavaScript engine gives no second realm")
        self._handler: Any = None

    def leave_realm(self, name: str) -> None:
        """Make a realm, and leave its global object in a property of the first one's."""
        realm = self._functions.JS_NewContext(self._runtime)
        if not realm:
            raise MemoryError("no room for another realm")
        self._leave(name, self._functions.JS_GetGlobalObject(realm))
        # From here on it lives as long as something of it is used.
        self._functions.JS_FreeContext(realm)

    def _leave(self, name: str, value: _Value) -> None:
        target = self._functions.JS_GetGlobalObject(self._first)
        self._functions.JS_SetPropertyStr(self._first, target, name.encode(), value)
        self._functions.JS_FreeValue(self._first, target)

    def memory(self, name: str) -> memoryview:
        """The memory of the ArrayBuffer in a property of the global object; valid as long as that lives."""
        functions = self._functions
        target = functions.JS_GetGlobalObject(self._first)
        buffer = functions.JS_GetPropertyStr(self._first, target, name.encode())
        size = ctypes.c_size_t()
        address = functions.JS_GetArrayBuffer(self._first, ctypes.byref(size), buffer)
        functions.JS_FreeValue(self._first, buffer)
        functions.JS_FreeValue(self._first, target)
        if not address:
            raise NotImplementedError(
                "this version of the JavaScript engine does not tell where its memory is"
            )
        return memoryview((ctypes.c_ubyte * size.value).from_address(address)).cast("B")

    def ask_now_and_then(self, stop: Callable[[], bool] | None) -> None:
        """While JavaScript runs, end it as soon as `stop()` is true; None: ask nobody any more."""
        self._handler = _Handler(lambda _runtime, _data: int(stop())) if stop is not None else _Handler()
        self._functions.JS_SetInterruptHandler(self._runtime, self._handler, None)


def _functions() -> Any:
    import quickjs

    library = ctypes.PyDLL(quickjs._quickjs.__file__)
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name, None)
        if function is None:
            raise NotImplementedError(f"this version of the JavaScript engine has no {name}")
        function.restype, function.argtypes = result, arguments
    return library
