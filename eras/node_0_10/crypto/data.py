"""What comes into and goes out of `crypto`: strings in an encoding, or buffers.

The usual encoding is `crypto.DEFAULT_ENCODING`, which a program may change. A string without an encoding
is taken one byte for each character.
"""

import sys

from nodecore import encodings

from ..errors import NodeTypeError

BYTES = (bytes, bytearray, memoryview)


def default_encoding():
    """The program's choice of the encoding that is used where none is given."""
    return sys.modules[__package__].DEFAULT_ENCODING


def complain(text):
    """Say on stderr what no error tells, as the generation did."""
    sys.stderr.write(f"node-crypto : {text}\n")
    sys.stderr.flush()


def message(data, encoding=None):
    """The bytes to work on: of a string in `encoding`, or in the default one."""
    if isinstance(data, str):
        return key(data, encoding or default_encoding())
    if not isinstance(data, BYTES):
        raise NodeTypeError("Not a string or buffer")
    return bytes(data)


def key(data, encoding=None):
    """The bytes of a key, password or salt."""
    if isinstance(data, str):
        return encodings.encode(data, encoding if encodings.is_encoding(encoding) else "binary")
    if not isinstance(data, BYTES):
        raise NodeTypeError("Not a buffer")
    return bytes(data)


def result(data, encoding=None):
    """Bytes as the caller wants them; an encoding that is none leaves them as they are."""
    encoding = encoding or default_encoding()
    return encodings.decode(data, encoding) if encodings.is_encoding(encoding) else data
