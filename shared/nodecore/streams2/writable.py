"""The writable half of a streams2 stream."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from ..emitter import Emitter, adapt
from ..encodings import encode
from ..errors import NodeError, NodeTypeError
from ..loop import get_loop


class WritableState:
    """What a stream that is being written knows; made by its first use."""

    __slots__ = (
        "buffer",
        "decode_strings",
        "default_encoding",
        "draining_buffer",
        "ended",
        "ending",
        "finished",
        "high_water_mark",
        "length",
        "need_drain",
        "object_mode",
        "sync",
        "write_callback",
        "write_length",
        "writing",
    )

    def __init__(
        self,
        high_water_mark: int | None = None,
        object_mode: bool = False,
        decode_strings: bool = True,
        default_encoding: str = "utf8",
    ) -> None:
        self.high_water_mark = 16 * 1024 if high_water_mark is None else int(high_water_mark)
        self.object_mode = object_mode
        self.decode_strings = decode_strings
        self.default_encoding = default_encoding
        self.buffer: deque[tuple[Any, str, Callable[..., Any] | None]] = deque()
        self.length = 0  # what was written and is not yet handled
        self.need_drain = False
        self.ending = False  # end() was called
        self.ended = False  # end() has returned
        self.finished = False
        self.writing = False  # inside a _write that has not called back
        self.sync = True  # _write has not returned yet
        self.draining_buffer = False
        self.write_callback: Callable[..., Any] | None = None
        self.write_length = 0

    def may_finish(self) -> bool:
        """Whether everything was written and handled."""
        return self.ending and self.length == 0 and not self.finished and not self.writing


class Writable(Emitter):
    """A stream that can be written to. A sink overrides `_write`."""

    writable = True
    _writable_state: WritableState | None = None

    def __init__(self, **options: Any) -> None:
        self._writable_state = WritableState(**options)
        self.writable = True

    def _make_writable_state(self) -> WritableState:
        state = self._writable_state = self._new_writable_state()
        return state

    def _new_writable_state(self) -> WritableState:
        """The state of a stream whose constructor made none; a subclass may set its limits here."""
        return WritableState()

    def _write(self, chunk: Any, encoding: str, callback: Callable[..., Any]) -> None:
        """Called with one chunk at a time: handle it, then call `callback`, with an error if it failed."""
        callback(NodeError("not implemented"))

    def pipe(self, destination: Any, options: Any = None) -> Any:
        """A stream that is only writable gives nothing."""
        self.emit("error", NodeError("Cannot pipe. Not readable."))

    def write(self, chunk: Any, encoding: Any = None, callback: Any = None) -> bool:
        """Write a chunk; false means: better wait for `drain`. `callback` is called when it was handled."""
        state = self._writable_state or self._make_writable_state()
        if callable(encoding):
            encoding, callback = None, encoding
        if callback is not None:
            callback = adapt(callback, self)
        if state.ended:
            self._refuse(NodeError("write after end"), callback)
            return False
        if isinstance(chunk, (bytes, bytearray, memoryview)):
            encoding = "buffer"
            if type(chunk) is not bytes:
                chunk = bytes(chunk)  # it may change before it is handled
        elif not state.object_mode and not isinstance(chunk, str):
            if chunk is None:
                raise NodeTypeError("Cannot read property 'length' of null")
            self._refuse(NodeTypeError("Invalid non-string/buffer chunk"), callback)
            return False
        encoding = encoding or state.default_encoding
        if isinstance(chunk, str) and not state.object_mode and state.decode_strings:
            chunk = encode(chunk, encoding)
        length = 1 if state.object_mode else len(chunk)
        state.length += length
        accepted = state.length < state.high_water_mark
        state.need_drain = not accepted
        if state.writing:
            state.buffer.append((chunk, encoding, callback))
        else:
            self._do_write(state, length, chunk, encoding, callback)
        return accepted

    def _refuse(self, error: NodeError, callback: Callable[..., Any] | None) -> None:
        self.emit("error", error)
        if callback is not None:
            get_loop().next_tick(callback, error)

    def _do_write(self, state: WritableState, length: int, chunk: Any, encoding: str, callback: Any) -> None:
        state.write_length = length
        state.write_callback = callback
        state.writing = True
        state.sync = True
        self._write(chunk, encoding, self._written)
        state.sync = False

    def _written(self, error: Any = None) -> None:
        """What `_write` calls back."""
        state: WritableState = self._writable_state  # type: ignore[assignment]
        sync = state.sync
        callback = state.write_callback
        state.writing = False
        state.write_callback = None
        state.length -= state.write_length
        state.write_length = 0
        if error is not None and error is not False:
            self._write_failed(sync, error, callback)
            return
        finished = state.may_finish()
        if not finished and not state.draining_buffer and state.buffer:
            self._write_buffer(state)
        if sync:
            get_loop().next_tick(self._after_write, state, finished, callback)
        else:
            self._after_write(state, finished, callback)

    def _write_failed(self, sync: bool, error: Any, callback: Callable[..., Any] | None) -> None:
        if callback is not None:
            if sync:
                get_loop().next_tick(callback, error)
            else:
                callback(error)
        self.emit("error", error)

    def _write_buffer(self, state: WritableState) -> None:
        """Hand over what came while `_write` was busy, as long as it calls back at once."""
        state.draining_buffer = True
        while state.buffer:
            chunk, encoding, callback = state.buffer.popleft()
            length = 1 if state.object_mode else len(chunk)
            self._do_write(state, length, chunk, encoding, callback)
            if state.writing:
                break
        state.draining_buffer = False

    def _after_write(self, state: WritableState, finished: bool, callback: Callable[..., Any] | None) -> None:
        if not finished and state.length == 0 and state.need_drain:
            state.need_drain = False
            self.emit("drain")
        if callback is not None:
            callback()
        if finished:
            self._finish_maybe(state)

    def end(self, chunk: Any = None, encoding: Any = None, callback: Any = None) -> None:
        """Write a last chunk, if given; `finish` is emitted when all was handled."""
        state = self._writable_state or self._make_writable_state()
        if callable(chunk):
            chunk, encoding, callback = None, None, chunk
        elif callable(encoding):
            encoding, callback = None, encoding
        if chunk is not None:
            self.write(chunk, encoding)
        if state.ending or state.finished:
            return
        state.ending = True
        self._finish_maybe(state)
        if callback is not None:
            if state.finished:
                get_loop().next_tick(adapt(callback, self))
            else:
                Emitter.listen_once(self, "finish", callback)
        state.ended = True

    def _finish_maybe(self, state: WritableState) -> bool:
        if state.may_finish():
            state.finished = True
            self.emit("finish")
        return state.finished
