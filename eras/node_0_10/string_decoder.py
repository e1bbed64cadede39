"""`string_decoder` of 0.10: text from pieces of bytes, without torn characters."""

from nodecore import string_decoder
from nodecore.encodings import UnknownEncodingError
from nodecore.errors import NodeError, NodeTypeError

__all__ = ["StringDecoder"]


class StringDecoder(string_decoder.StringDecoder):
    """Decodes pieces of bytes; what is no whole character yet is kept for the next piece."""

    def __init__(self, encoding=None):
        try:
            super().__init__(encoding)
        except UnknownEncodingError as error:
            raise NodeError(error.message) from None

    def write(self, data):
        """The characters that are complete now."""
        if data is None:
            raise NodeTypeError("Cannot read property 'length' of undefined")
        return super().write(data)

    end = string_decoder.StringDecoder.end
