"""A pipe from a stream that is read to one that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..loop import get_loop

if TYPE_CHECKING:
    from .readable import Readable
    from .readable_state import ReadableState


class Pipe:
    """One destination of a readable stream, and the listeners that join the two."""

    __slots__ = ("_ends", "_heard_errors", "_source", "_state", "destination")

    def __init__(self, source: Readable, state: ReadableState, destination: Any, options: Any) -> None:
        self._source = source
        self._state = state
        self._ends = may_end(destination, options)
        self.destination = destination

    def attach(self) -> None:
        """Listen to both sides, and tell the destination."""
        source, destination = self._source, self.destination
        if self._state.end_emitted:
            get_loop().next_tick(self._on_source_end)
        else:
            source.add_listener("end", self._on_source_end)
        destination.add_listener("unpipe", self._on_unpipe)
        destination.add_listener("drain", self._on_drain)
        self._heard_errors = destination.listener_count("error")
        destination.add_listener("error", self._on_error)
        destination.add_listener("close", self._leave)
        destination.add_listener("finish", self._leave)
        destination.emit("pipe", source)

    def write(self, chunk: Any) -> None:
        """Pass a chunk on; a false answer makes the source wait for `drain`."""
        if self.destination.write(chunk) is False:
            self._state.await_drain += 1

    def _leave(self) -> None:
        self._source.unpipe(self.destination)

    def _on_source_end(self) -> None:
        if self._ends:
            self._source.remove_listener("end", self._on_source_end)
            self.destination.end()
        else:
            self._detach()

    def _on_unpipe(self, source: Any) -> None:
        if source is self._source:
            self._detach()

    def _on_drain(self) -> None:
        state = self._state
        state.await_drain -= 1
        if state.await_drain == 0:
            self._source._flow(state)

    def _on_error(self, error: Any) -> None:
        destination = self.destination
        destination.remove_listener("error", self._on_error)
        self._leave()
        if self._heard_errors == 0 and destination.listener_count("error") == 0:
            destination.emit("error", error)

    def _detach(self) -> None:
        destination = self.destination
        destination.remove_listener("close", self._leave)
        destination.remove_listener("finish", self._leave)
        destination.remove_listener("drain", self._on_drain)
        destination.remove_listener("error", self._on_error)
        destination.remove_listener("unpipe", self._on_unpipe)
        self._source.remove_listener("end", self._on_source_end)
        state = getattr(destination, "_writable_state", None)
        # The others must not wait for a drain that nobody listens for any more.
        if state is None or state.need_drain:
            self._on_drain()


def may_end(destination: Any, options: Any) -> bool:
    """Whether a pipe may end `destination`: not when `options` forbid it, and never standard output."""
    if options is not None:
        ends = options.get("end") if isinstance(options, dict) else getattr(options, "end", None)
        if ends is False:
            return False
    return not getattr(destination, "is_standard_stream", False)
