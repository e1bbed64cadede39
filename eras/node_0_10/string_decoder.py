"""`string_decoder` of 0.10: text from pieces of bytes, without torn characters."""

from nodecore import string_decoder
from nodecore.encodings import UnknownEncodingError
from nodecore.errors import NodeError, NodeTypeError
from nodecore.values import is_falsy, lacks

__all__ = ["StringDecoder"]

_UNITS = {"ucs2": 2, "utf16le": 2, "base64": 3}
"""Of how much at a time an encoding makes text; from text as from bytes it keeps what is over, but cannot."""


class StringDecoder(string_decoder.StringDecoder):
    """Decodes pieces of bytes; what is no whole character yet is kept for the next piece."""

    def __init__(self, encoding=None):
        if not isinstance(encoding, str) and not is_falsy(encoding):
            raise lacks(encoding, "toLowerCase")
        try:
            super().__init__(encoding)
        except UnknownEncodingError as error:
            raise NodeError(error.message) from None

    def write(self, data):
        """The characters that are complete now."""
        if data is None:
            raise NodeTypeError("Cannot read property 'length' of undefined")
        if isinstance(data, str) and (self._kept or len(data) % _UNITS.get(self.encoding, 1)):
            raise lacks(data, "copy")
        return super().write(data)

    end = string_decoder.StringDecoder.end
