"""`string_decoder` of 0.10: text from pieces of bytes, without torn characters."""

from nodecore import string_decoder
from nodecore.encodings import UnknownEncodingError
from nodecore.errors import NodeError

__all__ = ["StringDecoder"]


class StringDecoder(string_decoder.StringDecoder):
    """Decodes pieces of bytes; what is no whole character yet is kept for the next piece."""

    def __init__(self, encoding=None):
        try:
            super().__init__(encoding)
        except UnknownEncodingError as error:
            raise NodeError(error.message) from None

    write = string_decoder.StringDecoder.write
    end = string_decoder.StringDecoder.end
