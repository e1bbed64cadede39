"""Compression and decompression in steps: `feed` takes what there is, `produce` gives what fits.

What holds here:

- A step gives at most as much as there is room for. One that gives less has used up what was fed.
- Input is taken in pieces, so that a step stays short however much was fed.
- What follows the end of a compressed stream is ignored, as is a stream that ends too early.
"""

import re
import zlib

_PIECE = 64 * 1024
_FAILURE = re.compile(r"Error (-?\d+)[^:]*(?:: (.*))?")
_NEED_DICT = 2
_STREAM_ERROR = -2
_DATA_ERROR = -3


class CodecError(Exception):
    """What zlib found wrong: a sentence, and its number."""

    def __init__(self, message, number):
        super().__init__(message)
        self.number = number


class Deflating:
    """Compresses; `flush` says how much of what was fed must come out."""

    def __init__(self, window_bits, level, mem_level, strategy, dictionary):
        extra = () if dictionary is None else (dictionary,)
        self._new = lambda: zlib.compressobj(level, zlib.DEFLATED, window_bits, mem_level, strategy, *extra)
        self.reset()

    def reset(self):
        """Begin anew."""
        self._codec = self._new()
        self._input = memoryview(b"")
        self._output = bytearray()
        self._flush = zlib.Z_NO_FLUSH
        self._finished = False

    def feed(self, data, flush):
        """What to compress next."""
        self._input = memoryview(data)
        self._flush = flush

    def produce(self, room):
        """At most `room` bytes of compressed data."""
        if self._flush == zlib.Z_BLOCK:
            # The zlib of 2013 could only do this while it decompressed.
            raise CodecError("Zlib error", _STREAM_ERROR)
        output = self._output
        while len(output) < room and not self._finished:
            piece, self._input = self._input[:_PIECE], self._input[_PIECE:]
            if piece:  # to compress nothing would make a second flush in a row give something
                output += self._codec.compress(piece)
            if not self._input:
                if self._flush != zlib.Z_NO_FLUSH:
                    output += self._codec.flush(self._flush)
                self._finished = self._flush == zlib.Z_FINISH
                self._flush = zlib.Z_NO_FLUSH
                break
        made = bytes(output[:room])
        del output[:room]
        return made


class Inflating:
    """Decompresses."""

    def __init__(self, window_bits, dictionary):
        # Given to zlib only when the stream turns out to ask for one.
        self._dictionary = dictionary
        self._new = lambda: zlib.decompressobj(window_bits, **({"zdict": dictionary} if dictionary else {}))
        self.reset()

    def reset(self):
        """Begin anew."""
        self._codec = self._new()
        self._input = memoryview(b"")
        self._left = b""

    def feed(self, data, _flush):
        """What to decompress next."""
        self._input = memoryview(data)

    def produce(self, room):
        """At most `room` bytes of decompressed data."""
        made = b""
        while len(made) < room and not self._codec.eof:
            piece = self._left
            if not piece:
                piece, self._input = self._input[:_PIECE], self._input[_PIECE:]
            made += self._decompress(piece, room - len(made))
            self._left = self._codec.unconsumed_tail
            if not self._left and not self._input:
                break
        return made

    def _decompress(self, piece, room):
        try:
            return self._codec.decompress(piece, room)
        except zlib.error as error:
            raise self._explain(str(error)) from None

    def _explain(self, text):
        if "dict" in text:
            return CodecError("Bad dictionary", _NEED_DICT)
        found = _FAILURE.match(text)
        number = int(found[1]) if found else _DATA_ERROR
        if number == _NEED_DICT:
            return CodecError("Bad dictionary" if self._dictionary else "Missing dictionary", number)
        return CodecError((found and found[2]) or "Zlib error", number)
