"""The status lines of this generation, with the reason phrases of its time."""

from __future__ import annotations

REASONS = {
    100: "Continue",
    101: "Switching Protocols",
    200: "OK",
    201: "Created",
    202: "Accepted",
    203: "Non-Authoritative Information",
    204: "No Content",
    205: "Reset Content",
    206: "Partial Content",
    300: "Multiple Choices",
    301: "Moved Permanently",
    302: "Moved Temporarily",
    303: "See Other",
    304: "Not Modified",
    305: "Use Proxy",
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Time-out",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Request Entity Too Large",
    414: "Request-URI Too Large",
    415: "Unsupported Media Type",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Time-out",
    505: "HTTP Version not supported",
}

LINES = {code: f"HTTP/1.1 {code} {reason}\r\n" for code, reason in REASONS.items()}


def status_line(code: int) -> str:
    """The first line of a response with the status `code`."""
    return LINES.get(code) or f"HTTP/1.1 {code} unknown\r\n"


def has_body(code: int) -> bool:
    """Whether a response with this status may carry a body."""
    return code >= 200 and code != 204 and code != 304
