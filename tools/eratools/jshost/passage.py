"""How bytes cross between the languages.

There is memory that both see, a piece for each direction. What one side lays there the other copies before
anything of the program runs, so the next bytes may be laid over it. What is larger crosses as base64, and so
does everything where the engine's library does not tell where its memory is. js/values.js is the other side.
"""

from __future__ import annotations

import base64
from typing import Any

from .engine import Engine

SIZE = 4 << 20
"""Bytes that may lie there at a time. What was never used of it takes no room."""


class Passage:
    """The bytes' way into one engine and out of it."""

    def __init__(self, engine: Engine, core: dict[str, Any]) -> None:
        self._engine = engine
        self._core = core
        self._room = SIZE
        try:
            into, self._inward = engine.memory(SIZE)
            out, self._outward = engine.memory(SIZE)
        except NotImplementedError:
            self._room = -1
        else:
            engine.call(core["shareMemory"], into, out)  # which keeps them

    def show(self, value: Any) -> Any:
        """Bytes as JavaScript has them."""
        data = memoryview(value).cast("B")
        # A greenlet that has to wait for the engine would find other bytes there.
        if len(data) <= self._room and self._engine.is_free:
            self._inward[: len(data)] = data
            return self._engine.make(self._core["takeBytes"], len(data))
        return self._engine.make(self._core["makeBytes"], base64.b64encode(data).decode())

    def read(self, place: int | str, size: int) -> bytes:
        """The bytes that JavaScript laid at `place`, or wrote there as base64."""
        if isinstance(place, str):
            return base64.b64decode(place)
        return bytes(self._outward[place : place + size])
