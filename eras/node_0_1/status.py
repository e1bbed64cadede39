"""The status lines of this generation, with the reason phrases of its time."""

from __future__ import annotations

from nodecore.http1.reasons import FIRST_REASONS

REASONS = {**FIRST_REASONS, 505: "HTTP Version not supported"}

LINES = {code: f"HTTP/1.1 {code} {reason}\r\n" for code, reason in REASONS.items()}


def status_line(code: int) -> str:
    """The first line of a response with the status `code`."""
    return LINES.get(code) or f"HTTP/1.1 {code} unknown\r\n"


def has_body(code: int) -> bool:
    """Whether a response with this status may carry a body."""
    return code >= 200 and code != 204 and code != 304
