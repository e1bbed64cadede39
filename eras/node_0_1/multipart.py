"""The module `multipart`: the parts of a `multipart/form-data` body, as they arrive.

What holds here:

- A body is a string as `request.setBodyEncoding` made it. To the parser it is the UTF-8 of that string: this
  keeps every character, the eight-bit ones of `binary` included, and the delimiters are ASCII anyway.
- Events come in callbacks of their own, never inside the call that made the stream.
- The first thing that is no multipart body emits `error`; nothing follows it. A boundary that is
  missing is such a thing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .encodings import decode_binary
from .events import EventEmitter
from .header_values import structured
from .incoming import ServerRequest
from .multipart_parser import Malformed, Parser
from .promise import Promise

__all__ = ["Part", "Stream", "parse"]

MAX_COLLECTED = 64 << 20
"""How many characters `parse`, which keeps them all, takes. A `Stream` keeps none and takes any number."""

_END = object()


class Part(EventEmitter):
    """One part. Emits `body` for each piece, then `complete`."""

    event_arity = {"body": 1, "complete": 0}

    name: str | None = None
    filename: str | None = None

    def __init__(self, headers: dict[str, Any]) -> None:
        self.headers = headers
        disposition = headers.get("content-disposition")
        if isinstance(disposition, dict):
            self.name = disposition.get("name")
            self.filename = disposition.get("filename")


class _Delivery:
    """What was found and is yet to be told. A listener that waits does not keep the rest from the others."""

    def __init__(self, hand_out: Callable[[Any], None]) -> None:
        self.queue: deque[Any] = deque()
        self.hand_out = hand_out

    def process(self) -> None:
        """Tell of it, in order."""
        in_progress = get_loop().in_progress
        in_progress.append(self)
        try:
            while self.queue:
                self.hand_out(self.queue.popleft())
        finally:
            if in_progress and in_progress[-1] is self:
                in_progress.pop()
            if self.queue:  # a listener raised; what stands behind it is not lost
                get_loop().call_soon(self.process)


class Stream(EventEmitter):
    """Takes a body apart. Emits `part` for each part, then `complete`; or `error`.

    `options` is a `http.ServerRequest`, or has the items `boundary` and `data`.
    """

    event_arity = {"part": 1, "complete": 0, "error": 1}

    def __init__(self, options: Any) -> None:
        self.bytesTotal: int | None = None
        self.bytesReceived = 0
        self._source = options
        self._delivery = _Delivery(self._hand_out)
        self._part = Part({})
        self._over = False
        headers = _field(options, "headers")
        try:
            self._parser = Parser(_boundary(options, headers))
        except Malformed as error:
            get_loop().call_soon(self._stop, error)
            return
        if headers is None:
            data = _field(options, "data") or ""
            self.bytesTotal = len(data)
            get_loop().call_soon(self._receive_all, data)
        else:
            length = str(_header(headers, "content-length"))
            self.bytesTotal = int(length) if length.isdecimal() else None
            options.addListener("body", self._receive)
            options.addListener("complete", self._end)

    def _receive_all(self, data: Any) -> None:
        self._receive(data)
        self._end()

    def _receive(self, chunk: str | bytes) -> None:
        text = chunk if isinstance(chunk, str) else decode_binary(bytes(chunk))
        data = text.encode("utf-8", "surrogatepass")
        self.bytesReceived += len(text) if self._is_binary() else len(data)
        if self._over or not data:
            return
        try:
            self._delivery.queue.extend(self._parser.parse(data))
        except Malformed as error:
            self._over = True
            self._delivery.queue.append(error)
        self._delivery.process()

    def _is_binary(self) -> bool:
        source = self._source
        return not isinstance(source, ServerRequest) or source._wire.decode is decode_binary

    def _end(self) -> None:
        if self._over:
            return
        try:
            self._parser.close()
        except Malformed as error:
            end: Any = error
        else:
            end = _END
        self._over = True
        self._delivery.queue.append(end)
        self._delivery.process()

    def _stop(self, error: Malformed) -> None:
        """Tell of nothing more but `error`."""
        self._over = True
        self._delivery.queue.clear()
        self._hand_out(error)

    def _hand_out(self, found: Any) -> None:
        if found is None:
            self._part.emit("complete")
        elif found is _END:
            self.emit("complete")
        elif isinstance(found, bytes):
            self._part.emit("body", found.decode("utf-8", "surrogatepass"))
        elif isinstance(found, Malformed):
            self.emit("error", NodeError(str(found)))
        else:
            self._part = Part({name.lower(): structured(value) for name, value in found})
            self.emit("part", self._part)


def parse(options: Any) -> Promise:
    """Collect the parts of a body; the promise gets an object with the value of each part under its name."""
    promise = Promise()
    stream = Stream(options)
    values: dict[str, str] = {}
    collected = _Collected(stream, values)
    stream.addListener("part", collected.add)
    stream.addListener("complete", lambda: promise.emitSuccess(values))
    stream.addListener("error", lambda: promise.emitError())
    return promise


class _Collected:
    """The values of parts by their names, as long as all of them together are not too long."""

    def __init__(self, stream: Stream, values: dict[str, str]) -> None:
        self.stream = stream
        self.values = values
        self.room = MAX_COLLECTED

    def add(self, part: Part) -> None:
        pieces: list[str] = []

        def piece(chunk: str) -> None:
            self.room -= len(chunk)
            if self.room >= 0:
                pieces.append(chunk)
            else:
                self.stream._stop(Malformed("the parts are too long to be collected"))

        def complete() -> None:
            if part.name is not None:
                self.values[part.name] = "".join(pieces)

        part.addListener("body", piece)
        part.addListener("complete", complete)


def _field(options: Any, name: str) -> Any:
    """An item of an object or an attribute of a message; None if it has none."""
    return options.get(name) if isinstance(options, dict) else getattr(options, name, None)


def _header(headers: Any, name: str) -> Any:
    """A header by its lowercased name."""
    return next((value for key, value in headers.items() if key.lower() == name), "")


def _boundary(options: Any, headers: Any) -> str:
    if headers is None:
        boundary = _field(options, "boundary")
    else:
        kind = structured(str(_header(headers, "content-type")))
        boundary = kind.get("boundary") if isinstance(kind, dict) else None
    if not isinstance(boundary, str):
        raise Malformed("a multipart body has a boundary")
    return boundary
