"""The parser beneath `multipart`: bytes in; parts, pieces of them and their ends out. Does no I/O."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from nodecore.extras import need

MAX_HEADER_SIZE = 8192
MAX_HEADER_COUNT = 32
MAX_PARTS = 1000
MAX_BOUNDARY = 256


class Malformed(Exception):
    """What came is no multipart body, or has more headers or parts than anybody needs."""


class Parser:
    """Takes a body apart. What it finds: a list of header pairs, `bytes` pieces, and None after a part."""

    def __init__(self, boundary: str) -> None:
        if not 0 < len(boundary) <= MAX_BOUNDARY:
            raise Malformed("a multipart body has a boundary of 1 to 256 characters")
        library, kind = _library()
        self._error = library.MultipartError
        try:
            self._parser = kind(
                boundary.encode("utf-8", "surrogatepass"),
                max_header_size=MAX_HEADER_SIZE,
                max_header_count=MAX_HEADER_COUNT,
                max_segment_count=MAX_PARTS,
            )
        except library.MultipartError as error:
            raise Malformed(str(error)) from None

    def parse(self, data: bytes) -> Iterator[Any]:
        """What `data` brings; raises `Malformed`."""
        try:
            for event in self._parser.parse(data):
                yield bytes(event) if isinstance(event, (bytes, bytearray)) else event and event.headerlist
        except self._error as error:
            raise Malformed(str(error)) from None

    def close(self) -> None:
        """Nothing more comes; raises `Malformed` if something should."""
        try:
            self._parser.close()
        except self._error as error:
            raise Malformed(str(error)) from None


@lru_cache(1)
def _library() -> tuple[Any, Any]:
    """The library, and its parser made to take parts of any disposition."""
    library = need("multipart", "multipart", "multipart")

    class AnyPart(library.PushMultipartParser):
        def _create_segment(self, headerlist: list[tuple[str, str]]) -> Any:
            return library.MultipartSegment(headerlist)

    return library, AnyPart
