"""`zlib` of 0.10: compression as streams, and for those who have everything at once, with a callback."""

from nodecore.values import LARGEST_BUFFER as _LARGEST

from ..errors import NodeError, NodeTypeError
from .constants import *  # noqa: F403  (its names are the module's own)
from .constants import CONSTANTS, codes
from .streams import Deflate, DeflateRaw, Gunzip, Gzip, Inflate, InflateRaw, Unzip

js_fixed = True

__all__ = [
    *CONSTANTS,
    "codes",
    "Deflate",
    "Inflate",
    "Gzip",
    "Gunzip",
    "DeflateRaw",
    "InflateRaw",
    "Unzip",
    "createDeflate",
    "createInflate",
    "createDeflateRaw",
    "createInflateRaw",
    "createGzip",
    "createGunzip",
    "createUnzip",
    "deflate",
    "gzip",
    "deflateRaw",
    "unzip",
    "inflate",
    "gunzip",
    "inflateRaw",
]


def createDeflate(options=None, **more):
    """A new `Deflate` stream."""
    return Deflate(options, **more)


def createInflate(options=None, **more):
    """A new `Inflate` stream."""
    return Inflate(options, **more)


def createDeflateRaw(options=None, **more):
    """A new `DeflateRaw` stream."""
    return DeflateRaw(options, **more)


def createInflateRaw(options=None, **more):
    """A new `InflateRaw` stream."""
    return InflateRaw(options, **more)


def createGzip(options=None, **more):
    """A new `Gzip` stream."""
    return Gzip(options, **more)


def createGunzip(options=None, **more):
    """A new `Gunzip` stream."""
    return Gunzip(options, **more)


def createUnzip(options=None, **more):
    """A new `Unzip` stream."""
    return Unzip(options, **more)


def deflate(buffer, callback):
    """Compress `buffer` or a string, then `callback(error, result)`."""
    _whole(Deflate(), buffer, callback)


def gzip(buffer, callback):
    """As `deflate`, in the format of gzip."""
    _whole(Gzip(), buffer, callback)


def deflateRaw(buffer, callback):
    """As `deflate`, without a header."""
    _whole(DeflateRaw(), buffer, callback)


def unzip(buffer, callback):
    """Decompress what `deflate` or `gzip` made, then `callback(error, result)`."""
    _whole(Unzip(), buffer, callback)


def inflate(buffer, callback):
    """Decompress what `deflate` made, then `callback(error, result)`."""
    _whole(Inflate(), buffer, callback)


def gunzip(buffer, callback):
    """Decompress what `gzip` made, then `callback(error, result)`."""
    _whole(Gunzip(), buffer, callback)


def inflateRaw(buffer, callback):
    """Decompress what `deflateRaw` made, then `callback(error, result)`."""
    _whole(InflateRaw(), buffer, callback)


def _whole(stream, data, callback):
    """Send `data` through `stream`, and give the callback all that comes out or the first error."""
    pieces = []
    size = 0

    def received(piece):
        nonlocal size
        size += len(piece)
        if size > _LARGEST:
            stream.removeListener("data", received)
            stream.close()
            failed(NodeError(f"The result is larger than a Buffer can be: {_LARGEST:#x} bytes"))
        pieces.append(piece)

    def ended():
        if not callable(callback):
            raise NodeTypeError("undefined is not a function")
        callback(None, b"".join(pieces))

    def failed(error):
        stream.removeListener("end", ended)
        callback(error)

    stream.on("data", received)
    stream.on("error", failed)
    stream.on("end", ended)
    stream.end(data)
