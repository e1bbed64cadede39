"""The streams of `zlib`: what is written comes out compressed or decompressed."""

from nodecore.loop import get_loop

from ..errors import NodeError
from ..stream import Transform
from . import constants as z
from .codecs import CodecError, Deflating, Inflating

_CHECKED = (
    ("chunkSize", "chunk size", z.Z_MIN_CHUNK, z.Z_MAX_CHUNK),
    ("windowBits", "windowBits", z.Z_MIN_WINDOWBITS, z.Z_MAX_WINDOWBITS),
    ("level", "compression level", z.Z_MIN_LEVEL, z.Z_MAX_LEVEL),
    ("memLevel", "memLevel", z.Z_MIN_MEMLEVEL, z.Z_MAX_MEMLEVEL),
)


def _check(options):
    flush = options.get("flush")
    if flush and flush not in range(z.Z_BLOCK + 1):
        raise NodeError(f"Invalid flush flag: {flush}")
    for name, what, least, most in _CHECKED:
        value = options.get(name)
        if value and isinstance(value, (int, float)) and not least <= value <= most:
            raise NodeError(f"Invalid {what}: {value}")
    strategy = options.get("strategy")
    if strategy and strategy not in range(z.Z_FIXED + 1):
        raise NodeError(f"Invalid strategy: {strategy}")
    dictionary = options.get("dictionary")
    if dictionary and not isinstance(dictionary, (bytes, bytearray, memoryview)):
        raise NodeError("Invalid dictionary: it should be a Buffer instance")


class Zlib(Transform):
    """What the seven streams have in common. A piece of output is never longer than `chunkSize`."""

    def __init__(self, options=None, **more):
        options = {**(options or {}), **more}
        super().__init__(options)
        _check(options)
        self._chunk_size = options.get("chunkSize") or z.Z_DEFAULT_CHUNK
        self._usual_flush = self._flush_flag = options.get("flush") or z.Z_NO_FLUSH
        self._room = self._chunk_size
        self._failed = self._closed = False
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
        self._transform(b"", "", callback)

    def _transform(self, chunk, encoding, callback):
        if not isinstance(chunk, (bytes, bytearray, memoryview)):
            callback(NodeError("invalid input"))
            return
        state = self._writable_state
        if (state.ending or state.ended) and (not chunk or state.length == len(chunk)):
            flush = z.Z_FINISH
        else:
            flush = self._flush_flag
            if len(chunk) >= state.length:
                self._flush_flag = self._usual_flush
        self._codec.feed(chunk, flush)
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
        if filled:
            get_loop().call_soon(self._step, callback)
        else:
            callback()

    def _fail(self, failure):
        self._failed = True
        error = NodeError(str(failure))
        error.errno = failure.number
        error.code = z.codes.get(str(failure.number))
        self.emit("error", error)


def _compressing(options, wrap):
    # Eight bits never worked: zlib took nine in their place, and today refuses some of these.
    bits = max(options.get("windowBits") or z.Z_DEFAULT_WINDOWBITS, 9)
    return Deflating(
        wrap(bits),
        _number(options.get("level"), z.Z_DEFAULT_LEVEL),
        options.get("memLevel") or z.Z_DEFAULT_MEMLEVEL,
        _number(options.get("strategy"), z.Z_DEFAULT_STRATEGY),
        options.get("dictionary"),
    )


def _decompressing(options, wrap):
    return Inflating(wrap(options.get("windowBits") or z.Z_DEFAULT_WINDOWBITS), options.get("dictionary"))


def _number(value, otherwise):
    return int(value) if isinstance(value, (int, float)) else otherwise


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
