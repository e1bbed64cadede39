"""Streams that are both readable and writable, and those of them that transform what passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..emitter import Emitter
from ..errors import NodeError
from ..loop import get_loop
from ..values import is_falsy
from .readable import Readable
from .readable_state import ReadableState
from .writable import Writable, WritableState


class Duplex(Readable, Writable):
    """Both halves, independent of each other."""

    allow_half_open = True

    def __init__(
        self,
        readable_state: ReadableState | None = None,
        writable_state: WritableState | None = None,
        allow_half_open: bool = True,
    ) -> None:
        self._readable_state = readable_state or ReadableState()
        self._writable_state = writable_state or WritableState()
        self.readable = True
        self.writable = True
        self.allow_half_open = allow_half_open
        Emitter.listen_once(self, "end", self._end_other_half)

    def _end_other_half(self) -> None:
        state = self._writable_state or self._make_writable_state()
        if not self.allow_half_open and not state.ended:
            get_loop().next_tick(self.end)


class TransformState:
    """Between the two halves: the chunk that waits to be transformed."""

    __slots__ = ("callback", "chunk", "encoding", "need_transform", "transforming")

    def __init__(self) -> None:
        self.need_transform = False  # a reader waits for what comes next
        self.transforming = False
        self.callback: Callable[..., Any] | None = None
        self.chunk: Any = None
        self.encoding: str | None = None


class Transform(Duplex):
    """What is written comes out transformed. Override `_transform`, and `_flush` to add a last word."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._transform_state = TransformState()
        state: ReadableState = self._readable_state  # type: ignore[assignment]
        # Output comes from _transform, not from _read: so a reader may be told at once.
        state.need_readable = True
        state.sync = False
        Emitter.listen_once(self, "finish", self._input_finished)

    def _transform(self, chunk: Any, encoding: str, callback: Callable[..., Any]) -> None:
        """Handle a chunk: `push` any number of times, then call `callback(error, chunk)`."""
        raise NodeError("not implemented")

    def _flush(self, callback: Callable[..., Any]) -> None:
        """Called when all was transformed: `push` what is left, then call `callback`."""
        callback()

    def push(self, chunk: Any, encoding: str | None = None) -> bool:
        self._transform_state.need_transform = False
        return super().push(chunk, encoding)

    def _write(self, chunk: Any, encoding: str, callback: Callable[..., Any]) -> None:
        transform = self._transform_state
        transform.callback = callback
        transform.chunk = chunk
        transform.encoding = encoding
        if not transform.transforming:
            state: ReadableState = self._readable_state  # type: ignore[assignment]
            if transform.need_transform or state.need_readable or state.length < state.high_water_mark:
                self._read(state.high_water_mark)

    def _read(self, size: int) -> None:
        transform = self._transform_state
        # In object mode a Transform of 0.10 never came to 0, "" or false.
        if is_falsy(transform.chunk) or transform.callback is None or transform.transforming:
            transform.need_transform = True
            return
        transform.transforming = True
        self._transform(transform.chunk, transform.encoding or "buffer", self._transformed)

    def _transformed(self, error: Any = None, data: Any = None) -> None:
        """What `_transform` calls back."""
        transform = self._transform_state
        transform.transforming = False
        callback = transform.callback
        if callback is None:
            self.emit("error", NodeError("no writecb in Transform class"))
            return
        transform.chunk = transform.callback = None
        if data is not None:
            self.push(data)
        callback(error)
        state: ReadableState = self._readable_state  # type: ignore[assignment]
        state.reading = False
        if state.need_readable or state.length < state.high_water_mark:
            self._read(state.high_water_mark)

    def _input_finished(self) -> None:
        self._flush(self._done)

    def _done(self, error: Any = None) -> None:
        if error is not None:
            self.emit("error", error)
            return
        state: WritableState = self._writable_state  # type: ignore[assignment]
        if state.length:
            raise NodeError("calling transform done when ws.length != 0")
        if self._transform_state.transforming:
            raise NodeError("calling transform done when still transforming")
        self.push(None)


class PassThrough(Transform):
    """What is written comes out as it is."""

    def _transform(self, chunk: Any, encoding: str, callback: Callable[..., Any]) -> None:
        callback(None, chunk)
