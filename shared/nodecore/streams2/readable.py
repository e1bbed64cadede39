"""The readable half of a streams2 stream."""

from __future__ import annotations

from typing import Any

from ..emitter import Emitter, Listener
from ..encodings import encode
from ..errors import NodeError, NodeTypeError
from ..loop import get_loop
from .old_mode import OldMode, Wrapping, pipe_old
from .pipe import Pipe
from .readable_state import ReadableState, as_size, make_decoder

_loop = get_loop()

BYTES = (bytes, bytearray, memoryview)
BYTES_OR_STR = (*BYTES, str)


class Readable(Emitter):
    """A stream that can be read from. A source overrides `_read`, and calls `push`."""

    readable = True
    _readable_state: ReadableState | None = None

    def __init__(self, **options: Any) -> None:
        self._readable_state = ReadableState(**options)
        self.readable = True

    def _make_readable_state(self) -> ReadableState:
        state = self._readable_state = self._new_readable_state()
        return state

    def _new_readable_state(self) -> ReadableState:
        """The state of a stream whose constructor made none; a subclass may set its limits here."""
        return ReadableState()

    # -- the source's side ----------------------------------------------------------------------------

    def _read(self, size: int) -> None:
        """Called when data is wanted: get some and `push` it, now or later."""
        self.emit("error", NodeError("not implemented"))

    def push(self, chunk: Any, encoding: str | None = None) -> bool:
        """Give a chunk to the reader, None at the end; tells whether more is wanted now."""
        state = self._readable_state or self._make_readable_state()
        if isinstance(chunk, str) and not state.object_mode:
            encoding = encoding or state.default_encoding
            if encoding != state.encoding:
                chunk = encode(chunk, encoding)
                encoding = None
        return self._add_chunk(state, chunk, encoding)

    def unshift(self, chunk: Any) -> bool:
        """Put a chunk back, to be read next."""
        state = self._readable_state or self._make_readable_state()
        if chunk is None:
            return self._add_chunk(state, None, None)
        if not self._valid(state, chunk):
            return state.wants_more()
        if not state.object_mode and len(chunk) == 0:
            return state.wants_more()
        if state.end_emitted:
            self.emit("error", NodeError("stream.unshift() after end event"))
            return state.wants_more()
        state.length += 1 if state.object_mode else len(chunk)
        state.buffer.appendleft(bytes(chunk) if isinstance(chunk, (bytearray, memoryview)) else chunk)
        return self._chunk_added(state)

    def _add_chunk(self, state: ReadableState, chunk: Any, encoding: str | None) -> bool:
        if chunk is None:
            state.reading = False
            if not state.ended:
                self._source_ended(state)
            return state.wants_more()
        if type(chunk) is not bytes and not self._valid(state, chunk):
            return state.wants_more()
        if not state.object_mode and len(chunk) == 0:
            state.reading = False
            return state.wants_more()
        if state.ended:
            self.emit("error", NodeError("stream.push() after EOF"))
            return state.wants_more()
        if isinstance(chunk, BYTES):
            if state.decoder is not None and not encoding:
                chunk = state.decoder.write(chunk)
            elif type(chunk) is not bytes:
                chunk = bytes(chunk)
        state.reading = False
        state.length += 1 if state.object_mode else len(chunk)
        state.buffer.append(chunk)
        return self._chunk_added(state)

    def _valid(self, state: ReadableState, chunk: Any) -> bool:
        if state.object_mode or isinstance(chunk, BYTES_OR_STR):
            return True
        self.emit("error", NodeTypeError("Invalid non-string/buffer chunk"))
        return False

    def _chunk_added(self, state: ReadableState) -> bool:
        if state.need_readable:
            self._announce(state)
        if not state.reading_more:
            state.reading_more = True
            _loop.next_tick(self._read_more, state)
        return state.wants_more()

    def _source_ended(self, state: ReadableState) -> None:
        if state.decoder is not None:
            rest = state.decoder.end()
            if rest:
                state.buffer.append(rest)
                state.length += 1 if state.object_mode else len(rest)
        state.ended = True
        if state.length > 0:
            self._announce(state)
        else:
            self._end(state)

    def _announce(self, state: ReadableState) -> None:
        """Emit `readable`, unless it was and nobody has read since."""
        state.need_readable = False
        if state.emitted_readable:
            return
        state.emitted_readable = True
        if state.sync:
            _loop.next_tick(self.emit, "readable")
        else:
            self.emit("readable")

    def _read_more(self, state: ReadableState) -> None:
        """Fill the buffer up to the high-water mark while nobody else drives the stream."""
        length = state.length
        while not (state.reading or state.flowing or state.ended) and length < state.high_water_mark:
            self.read(0)
            if state.length == length:
                break
            length = state.length
        state.reading_more = False

    def _end(self, state: ReadableState) -> None:
        """Let `end` follow, once somebody has read."""
        if not state.end_emitted and state.called_read:
            state.ended = True
            _loop.next_tick(self._emit_end, state)

    def _emit_end(self, state: ReadableState) -> None:
        if not state.end_emitted and state.length == 0:
            state.end_emitted = True
            self.readable = False
            self.emit("end")

    # -- the reader's side ----------------------------------------------------------------------------

    def read(self, n: float | None = None) -> Any:
        """Take `n` bytes or characters, or one object; all without `n`. None when there is not enough."""
        state = self._readable_state or self._make_readable_state()
        state.called_read = True
        if n is not None and type(n) is not int:
            n = as_size(n)
        if n is None or n > 0:
            state.emitted_readable = False
        full = state.length >= state.high_water_mark or state.ended
        if n == 0 and state.need_readable and full:
            self._announce(state)
            return None
        count = state.how_much(n)
        if count == 0 and state.ended:
            if state.length == 0:
                self._end(state)
            return None
        # The source is asked before the chunk is taken, so that it works while the reader does.
        wanted = state.need_readable or state.length - count <= state.high_water_mark
        if wanted and not state.ended and not state.reading:
            self._ask_source(state)
            if not state.reading:
                count = state.how_much(n)
        chunk = state.take(count) if count > 0 else None
        if chunk is None:
            state.need_readable = True
            count = 0
        state.length -= count
        if state.length == 0:
            if not state.ended:
                state.need_readable = True
            elif not state.end_emitted:
                self._end(state)
        return chunk

    def _ask_source(self, state: ReadableState) -> None:
        state.reading = True
        state.sync = True
        if state.length == 0:
            state.need_readable = True
        self._read(state.high_water_mark)
        state.sync = False

    def set_encoding(self, encoding: str | None) -> None:
        """Make chunks str from now on. Those that wait to be read stay what they are."""
        state = self._readable_state or self._make_readable_state()
        state.decoder = make_decoder(encoding)
        state.encoding = encoding

    def add_listener(self, event: Any, listener: Listener, *, first: bool = False) -> None:
        """As every emitter's; but listening to `data` starts old mode, to `readable` the first read."""
        Emitter.add_listener(self, event, listener, first=first)
        if event == "data":
            state = self._readable_state or self._make_readable_state()
            if not state.flowing and state.old_mode is None:
                OldMode.start(self, state)
        elif event == "readable" and self.readable:
            state = self._readable_state or self._make_readable_state()
            if not state.readable_listening and state.old_mode is None:
                self._start_readable(state)

    def _start_readable(self, state: ReadableState) -> None:
        state.readable_listening = True
        state.emitted_readable = False
        state.need_readable = True
        if not state.reading:
            self.read(0)
        elif state.length:
            self._announce(state)

    def pause(self) -> None:
        """Switch to old mode, and emit no `data` until `resume`."""
        state = self._readable_state or self._make_readable_state()
        if state.old_mode is not None:
            state.old_mode.paused = True
        else:
            OldMode.start(self, state, paused=True)
        self.emit("pause")

    def resume(self) -> None:
        """Switch to old mode, and let `data` flow, heard or not."""
        state = self._readable_state or self._make_readable_state()
        if state.old_mode is not None:
            state.old_mode.resume(self)
        else:
            OldMode.start(self, state)
            self.read(0)
        self.emit("resume")

    # -- pipes ----------------------------------------------------------------------------------------

    def pipe(self, destination: Any, options: Any = None) -> Any:
        """Write everything to `destination` at its pace, then end it unless `options` has `end` false."""
        state = self._readable_state or self._make_readable_state()
        if state.old_mode is not None:
            return pipe_old(self, destination, options)
        pipe = Pipe(self, state, destination, options)
        state.pipes.append(pipe)
        pipe.attach()
        if not state.flowing:
            self.add_listener("readable", self._pipe_more)
            state.flowing = True
            _loop.next_tick(self._flow, state)
        return destination

    def unpipe(self, destination: Any = None) -> Any:
        """Stop writing to `destination`, or to all of them."""
        state = self._readable_state
        if state is None or not state.pipes:
            return self
        leaving = [pipe for pipe in state.pipes if destination is None or pipe.destination == destination]
        if destination is not None:
            leaving = leaving[:1]
        if not leaving:
            return self
        if destination is None:
            state.pipes = []
        else:
            state.pipes.remove(leaving[0])
        if not state.pipes:
            self.remove_listener("readable", self._pipe_more)
            state.flowing = False
        elif len(state.pipes) == 1:
            state.pipes = [*state.pipes]  # whoever is going through them does not come to those that join now
        for pipe in leaving:
            pipe.destination.emit("unpipe", self)
        return self

    @staticmethod
    def _spread(pipes: list[Pipe], chunk: Any) -> None:
        """Write `chunk` to each. If one leaves meanwhile, the next moves up into its place and misses it."""
        for index in range(len(pipes)):
            if index < len(pipes):
                pipes[index].write(chunk)

    def _pipe_more(self) -> None:
        state = self._readable_state
        if state is not None and state.ran_out:
            state.ran_out = False
            self._flow(state)

    def _flow(self, state: ReadableState) -> None:
        """Write what there is to every pipe, until one asks to wait or nothing is left."""
        state.await_drain = 0
        while state.pipes:
            chunk = self.read()
            if chunk is None:
                break
            self._spread(state.pipes, chunk)
            self.emit("data", chunk)
            if state.await_drain > 0:
                return
        if not state.pipes:
            state.flowing = False
            if self.listener_count("data") > 0:
                OldMode.start(self, state)
            return
        state.ran_out = True

    # -- old streams ----------------------------------------------------------------------------------

    def wrap(self, stream: Any) -> Any:
        """Read from `stream`, an emitter of `data` and `end` that may only be paused and resumed."""
        Wrapping(self, stream).attach()
        return self
