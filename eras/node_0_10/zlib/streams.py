"""The streams of `zlib`: what is written comes out compressed or decompressed."""

import math

from nodecore.loop import get_loop
from nodecore.values import is_falsy, is_number, number_of, text_of

from ..errors import NodeError
from ..options import merged
from ..stream import Transform
from . import constants as z
from .codecs import CodecError, Deflating, Inflating

_MOST_UNREAD = 1 << 20
"""So much waits for a reader at the most: a small file may hold a thousand times its size."""

_CHECKED = (
    ("chunkSize", "chunk size", z.Z_MIN_CHUNK, z.Z_MAX_CHUNK),
    ("windowBits", "windowBits", z.Z_MIN_WINDOWBITS, z.Z_MAX_WINDOWBITS),
    ("level", "compression level", z.Z_MIN_LEVEL, z.Z_MAX_LEVEL),
    ("memLevel", "memLevel", z.Z_MIN_MEMLEVEL, z.Z_MAX_MEMLEVEL),
)


def _check(options):
    flush = options.get("flush")
    if not is_falsy(flush) and flush not in range(z.Z_BLOCK + 1):
        raise NodeError(f"Invalid flush flag: {text_of(flush)}")
    for name, what, least, most in _CHECKED:
        value = options.get(name)
        if not is_falsy(value) and (number_of(value) < least or number_of(value) > most):
            raise NodeError(f"Invalid {what}: {text_of(value)}")
    strategy = options.get("strategy")
    if not is_falsy(strategy) and strategy not in range(z.Z_FIXED + 1):
        raise NodeError(f"Invalid strategy: {text_of(strategy)}")
    dictionary = options.get("dictionary")
    if not is_falsy(dictionary) and not isinstance(dictionary, (bytes, bytearray, memoryview)):
        raise NodeError("Invalid dictionary: it should be a Buffer instance")


class Zlib(Transform):
    """What the seven streams have in common. A piece of output is never longer than `chunkSize`."""

    def __init__(self, options=None, **more):
        options = merged(options, more)
        super().__init__(options)
        _check(options)
        self._chunk_size = _setting(options, "chunkSize", z.Z_DEFAULT_CHUNK)
        self._usual_flush = self._flush_flag = _setting(options, "flush", z.Z_NO_FLUSH)
        self._room = self._chunk_size
        self._failed = self._closed = False
        self._parked = None
        self._codec = self._make_codec(options)
        self.once("end", self.close)

    def reset(self):
        """Forget what was written, and begin a new compressed stream."""
        self._codec.reset()

    def flush(self, callback=None):
        """Let out all that was written so far, then call `callback`."""
        state = self._writable_state
        if state.ended:
            if callback is not None:
                get_loop().next_tick(callback)
        elif state.ending:
            if callback is not None:
                self.once("end", callback)
        elif state.need_drain:
            self.once("drain", lambda: self.flush(callback))
        else:
            self._flush_flag = z.Z_FULL_FLUSH
            self.write(b"", None, callback)

    def close(self, callback=None):
        """Give up what the stream holds, then emit `close`."""
        if callback is not None:
            get_loop().next_tick(callback)
        if not self._closed:
            self._closed = True
            get_loop().next_tick(self.emit, "close")

    def _flush(self, callback):
        self._transform(None, "", callback)

    def _transform(self, chunk, encoding, callback):
        if chunk is not None and not isinstance(chunk, (bytes, bytearray, memoryview)):
            callback(NodeError("invalid input"))
            return
        state = self._writable_state
        # An empty chunk in the midst of others is a flush, not the end.
        if (state.ending or state.ended) and (chunk is None or state.length == len(chunk)):
            flush = z.Z_FINISH
        else:
            flush = self._flush_flag
            if len(chunk) >= state.length:
                self._flush_flag = self._usual_flush
        self._codec.feed(chunk or b"", flush)
        get_loop().call_soon(self._step, callback)

    def _step(self, callback):
        """Push what fits into the present piece of output, and go on while it was filled."""
        if self._failed or self._closed:
            return
        try:
            made = self._codec.produce(self._room)
        except CodecError as error:
            self._fail(error)
            return
        filled = len(made) == self._room
        self._room = self._chunk_size if filled else self._room - len(made)
        if made:
            self.push(made)
        if not filled:
            callback()
        elif self._readable_state.length < _MOST_UNREAD:
            get_loop().call_soon(self._step, callback)
        else:
            self._parked = callback

    def _read(self, n):
        parked, self._parked = self._parked, None
        if parked is not None:
            get_loop().call_soon(self._step, parked)
        super()._read(n)

    def _fail(self, failure):
        self._failed = True
        error = NodeError(str(failure))
        error.errno = failure.number
        error.code = z.codes.get(str(failure.number))
        self.emit("error", error)


def _compressing(options, wrap):
    # Eight bits never worked: zlib took nine in their place, and today refuses some of these.
    bits = max(_setting(options, "windowBits", z.Z_DEFAULT_WINDOWBITS), 9)
    return Deflating(
        wrap(bits),
        _number(options.get("level"), z.Z_DEFAULT_LEVEL),
        _setting(options, "memLevel", z.Z_DEFAULT_MEMLEVEL),
        _number(options.get("strategy"), z.Z_DEFAULT_STRATEGY),
        _dictionary(options),
    )


def _decompressing(options, wrap):
    return Inflating(wrap(_setting(options, "windowBits", z.Z_DEFAULT_WINDOWBITS)), _dictionary(options))


def _dictionary(options):
    given = options.get("dictionary")
    return None if is_falsy(given) else given


def _number(value, otherwise):
    return int(value) if is_number(value) and math.isfinite(value) else otherwise


def _setting(options, name, otherwise):
    """An option for which nothing, not even 0, stands for the usual."""
    value = options.get(name)
    return otherwise if is_falsy(value) else _number(number_of(value), otherwise)


class Deflate(Zlib):
    """Compresses, in the format of zlib."""

    def _make_codec(self, options):
        return _compressing(options, lambda bits: bits)


class Inflate(Zlib):
    """Decompresses the format of zlib."""

    def _make_codec(self, options):
        return _decompressing(options, lambda bits: bits)


class Gzip(Zlib):
    """Compresses, in the format of gzip."""

    def _make_codec(self, options):
        return _compressing(options, lambda bits: bits + 16)


class Gunzip(Zlib):
    """Decompresses the format of gzip."""

    def _make_codec(self, options):
        return _decompressing(options, lambda bits: bits + 16)


class DeflateRaw(Zlib):
    """Compresses, without a header."""

    def _make_codec(self, options):
        return _compressing(options, lambda bits: -bits)


class InflateRaw(Zlib):
    """Decompresses what has no header."""

    def _make_codec(self, options):
        return _decompressing(options, lambda bits: -bits)


class Unzip(Zlib):
    """Decompresses the format of zlib or of gzip, whichever it is."""

    def _make_codec(self, options):
        return _decompressing(options, lambda bits: bits + 32)
