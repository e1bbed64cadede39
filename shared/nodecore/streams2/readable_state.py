"""What a readable stream knows, and the buffer between its source and its reader."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..encodings import UnknownEncodingError, decode, encode
from ..errors import NodeError
from ..string_decoder import StringDecoder

if TYPE_CHECKING:
    from .old_mode import OldMode
    from .pipe import Pipe

LARGEST_HIGH_WATER_MARK = 0x800000


def as_size(n: Any) -> int | None:
    """What `read(n)` means by an `n` that is no integer; None for everything."""
    if isinstance(n, (int, float)) and n == n:
        return int(max(-1, min(n, 2 * LARGEST_HIGH_WATER_MARK)))
    return 0 if n == "" else None


def make_decoder(encoding: str | None) -> StringDecoder:
    """The decoder of a stream that gives text."""
    try:
        return StringDecoder(encoding)
    except UnknownEncodingError as error:
        raise NodeError(error.message) from None


class ReadableState:
    """What a stream that is being read knows; made by its first use."""

    __slots__ = (
        "await_drain",
        "buffer",
        "called_read",
        "decoder",
        "default_encoding",
        "emitted_readable",
        "encoding",
        "end_emitted",
        "ended",
        "flowing",
        "high_water_mark",
        "length",
        "need_readable",
        "object_mode",
        "old_mode",
        "pipes",
        "ran_out",
        "readable_listening",
        "reading",
        "reading_more",
        "sync",
    )

    def __init__(
        self,
        high_water_mark: int | None = None,
        object_mode: bool = False,
        encoding: str | None = None,
        default_encoding: str = "utf8",
    ) -> None:
        self.high_water_mark = 16 * 1024 if high_water_mark is None else int(high_water_mark)
        self.object_mode = object_mode
        self.default_encoding = default_encoding
        self.encoding = encoding
        self.decoder = make_decoder(encoding) if encoding else None
        self.buffer: deque[Any] = deque()
        self.length = 0
        self.pipes: list[Pipe] = []
        self.flowing = False  # being piped
        self.await_drain = 0  # how many of the pipes asked to wait
        self.ran_out = False  # a pipe took all there was
        self.old_mode: OldMode | None = None
        self.ended = False  # the source has no more
        self.end_emitted = False
        self.reading = False  # _read was called, and nothing pushed since
        self.called_read = False
        self.sync = True  # inside _read, so `readable` has to wait for the next tick
        self.need_readable = False
        self.emitted_readable = False
        self.readable_listening = False
        self.reading_more = False

    def how_much(self, n: int | None) -> int:
        """How many of the buffered bytes, characters or objects `read(n)` takes."""
        if self.length == 0 and self.ended:
            return 0
        if self.object_mode:
            return 0 if n == 0 else 1
        if n is None:
            return len(self.buffer[0]) if self.flowing and self.buffer else self.length
        if n <= 0:
            return 0
        if n > self.high_water_mark:
            self.high_water_mark = min(1 << (n - 1).bit_length(), LARGEST_HIGH_WATER_MARK)
        if n > self.length:
            if self.ended:
                return self.length
            self.need_readable = True
            return 0
        return n

    def take(self, n: int) -> Any:
        """Remove `n` from the front of the buffer; None when there is nothing."""
        buffer = self.buffer
        if not buffer:
            return None
        if self.object_mode:
            return buffer.popleft()
        if n >= self.length:
            taken = buffer[0] if len(buffer) == 1 and self.decoder is None else self._joined(buffer)
            buffer.clear()
            return bytes(taken) if type(taken) is memoryview else taken
        parts = []
        while n:
            chunk = buffer.popleft()
            if len(chunk) > n:
                if not isinstance(chunk, str):
                    chunk = memoryview(chunk)  # its rest is no copy, however little is read at a time
                buffer.appendleft(chunk[n:])
                chunk = chunk[:n]
            parts.append(chunk)
            n -= len(chunk)
        if len(parts) > 1:
            return self._joined(parts)
        return bytes(parts[0]) if type(parts[0]) is memoryview else parts[0]

    def _joined(self, parts: Iterable[Any]) -> Any:
        """Several chunks as one of the form that is being read, whatever they were when they came."""
        if self.decoder is None:
            return b"".join(encode(part) if isinstance(part, str) else part for part in parts)
        return "".join(part if isinstance(part, str) else decode(bytes(part)) for part in parts)

    def wants_more(self) -> bool:
        """Whether the source may go on pushing."""
        return not self.ended and (
            self.need_readable or self.length < self.high_water_mark or self.length == 0
        )
