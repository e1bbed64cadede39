"""Old mode: `data` events that flow until they are paused, as before 0.10."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import ref

from ..errors import NodeError
from ..loop import get_loop
from .pipe import may_end

if TYPE_CHECKING:
    from ..string_decoder import StringDecoder
    from .readable import Readable
    from .readable_state import ReadableState


class OldMode:
    """Reads a stream for those who listen to `data`. Itself the listener of `readable` that does so."""

    __slots__ = ("_readable", "_stream", "paused")

    def __init__(self, stream: Readable, paused: bool) -> None:
        self._stream = ref(stream)  # which keeps this: both would have to wait for the collector
        self.paused = paused
        self._readable = False

    @classmethod
    def start(cls, stream: Readable, state: ReadableState, paused: bool = False) -> None:
        """Switch `stream` to old mode for good."""
        if state.flowing:
            raise NodeError("Cannot switch to old mode now.")
        stream.readable = True
        state.old_mode = old_mode = cls(stream, paused)
        stream.add_listener("readable", old_mode)
        stream.emit("readable")

    def listener_for(self, _emitter: Any) -> Any:
        return self

    def __call__(self, *_args: Any) -> None:
        """Emit what can be read."""
        self._readable = True
        stream = self._stream()
        while stream is not None and not self.paused:
            chunk = stream.read()
            state: Any = stream._readable_state
            if chunk is not None:
                stream.emit("data", chunk)
                if self.paused or state.length or state.ended or not state.reading:
                    continue
                state.emitted_readable = False  # as by another read, which would give nothing
            self._readable = False
            state.need_readable = True
            break

    def resume(self, stream: Readable) -> None:
        """Go on after a pause; `stream` may have ended."""
        self.paused = False
        if self._readable:
            get_loop().next_tick(stream.emit, "readable")
        else:
            stream.read(0)


class OldPipe:
    """Joins a source of `data` events to a destination, at the destination's pace."""

    __slots__ = ("_destination", "_did_end", "_listening", "_source")

    def __init__(self, source: Any, destination: Any, ends: bool) -> None:
        self._source = source
        self._destination = destination
        self._did_end = False
        self._listening = [(source, "data", self._on_data), (destination, "drain", self._on_drain)]
        if ends:
            self._listening += [(source, "end", self._on_end), (source, "close", self._on_close)]
        self._listening += [
            (source, "error", self._on_error_of(source)),
            (destination, "error", self._on_error_of(destination)),
            (source, "end", self._detach),
            (source, "close", self._detach),
            (destination, "close", self._detach),
        ]

    def attach(self) -> None:
        for emitter, event, listener in self._listening:
            emitter.add_listener(event, listener)
        self._destination.emit("pipe", self._source)

    def _on_data(self, chunk: Any) -> None:
        if getattr(self._destination, "writable", False) and self._destination.write(chunk) is False:
            pause = getattr(self._source, "pause", None)
            if pause is not None:
                pause()

    def _on_drain(self) -> None:
        resume = getattr(self._source, "resume", None)
        if getattr(self._source, "readable", False) and resume is not None:
            resume()

    def _on_end(self) -> None:
        if not self._did_end:
            self._did_end = True
            self._destination.end()

    def _on_close(self) -> None:
        if not self._did_end:
            self._did_end = True
            destroy = getattr(self._destination, "destroy", None)
            if destroy is not None:
                destroy()

    def _on_error_of(self, emitter: Any) -> Any:
        def on_error(error: Any = None) -> None:
            self._detach()
            if emitter.listener_count("error") == 0:
                raise error if isinstance(error, BaseException) else NodeError(str(error))

        return on_error

    def _detach(self) -> None:
        for emitter, event, listener in self._listening:
            emitter.remove_listener(event, listener)


def pipe_old(source: Any, destination: Any, options: Any = None) -> Any:
    """The `pipe` that streams had before 0.10, and that those in old mode still have."""
    OldPipe(source, destination, may_end(destination, options)).attach()
    return destination


def _call(target: Any, name: str, *args: Any) -> Any:
    return getattr(target, name)(*args)


class Wrapping:
    """Lets a readable stream take its chunks from an old one."""

    __slots__ = ("_old", "_paused", "_stream")

    def __init__(self, stream: Readable, old: Any) -> None:
        self._stream = stream
        self._old = old
        self._paused = False

    def attach(self) -> None:
        stream, old = self._stream, self._old
        old.add_listener("end", self._end)
        old.add_listener("data", self._give)
        for name in dir(old):
            if not name.startswith("_") and not hasattr(stream, name) and callable(getattr(old, name)):
                setattr(stream, name, partial(_call, old, name))
        for event in ("error", "close", "destroy", "pause", "resume"):
            old.add_listener(event, partial(stream.emit, event))
        stream._read = self._read  # type: ignore[method-assign, assignment]

    def _decoder(self) -> StringDecoder | None:
        state = self._stream._readable_state or self._stream._make_readable_state()
        return state.decoder

    def _give(self, chunk: Any) -> None:
        decoder = self._decoder()
        if decoder is not None:
            chunk = decoder.write(chunk)
        if chunk and not self._stream.push(chunk):
            self._paused = True
            self._old.pause()

    def _end(self) -> None:
        decoder = self._decoder()
        rest = decoder.end() if decoder is not None else None
        if rest:
            self._stream.push(rest)  # and once more at the stream's own end, as ever
        self._stream.push(None)

    def _read(self, _size: int) -> None:
        if self._paused:
            self._paused = False
            self._old.resume()
